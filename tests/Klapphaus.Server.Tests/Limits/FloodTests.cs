using System.Collections.Concurrent;
using System.Diagnostics;
using Klapphaus.Client;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Klapphaus.Server.Tests.Limits;

/// <summary>Eve sends more than anybody could mean. She is told why she is sent away; the others notice nothing.</summary>
public sealed class FloodTests(SmallHouse shared) : IClassFixture<SmallHouse>
{
    const int Many = 10_000;

    readonly TestHouse house = shared.Open;

    [Fact]
    public async Task TenThousandStepsAtOnceEndTheConnectionAndMoveNobody()
    {
        await using var bo = await house.Enter("Bo", "foyer");
        await using var eve = await house.EnterRaw("Eve", "foyer");
        await bo.WaitUntil(p => p.People.Any(a => a.Member.Name == "Eve" && p.At(a.Handle) is not null), "Eve is here");
        var handle = bo.Picture.People.Single(p => p.Member.Name == "Eve").Handle;
        var places = new ConcurrentQueue<Position>(); // it may be told of a place while they are looked at
        bo.Connection.Moved += () =>
        {
            if (bo.Picture.At(handle) is { } place) places.Enqueue(place);
        };
        var clock = Stopwatch.StartNew();
        await Pour(eve, i => RawClient.Bytes("Move", 112 + i % 300, 80, Protocol.Standing));
        await AnswersPromptly(bo);
        await IsSentAwayForFlooding(eve);
        var time = clock.Elapsed.TotalSeconds;
        await bo.Says(4, 3);
        await bo.WaitUntil(p => p.PersonOf(handle) is not null, "Eve's avatar still waits for her");
        Assert.All(places, place => Assert.InRange(place.DistanceTo(Position.FromTiles(3.5, 2.5)), 0, 3 + 4.4 * time)); // what one may come forward at once, and the pace
        Assert.All(places, place => Assert.Equal(80, place.Y));
    }

    [Fact]
    public async Task TenThousandCallsAtOnceAreRefusedByNumberAndEndTheConnection()
    {
        await using var bo = await house.Enter("Bo", "foyer");
        await using var eve = await house.ArriveRaw("Eve");
        await Pour(eve, _ => RawClient.Bytes("Enter", new EnterRequest { Room = "nirgends" }));
        await AnswersPromptly(bo);
        await IsSentAwayForFlooding(eve);
    }

    [Fact]
    public async Task CallThatIsTooMuchIsRefusedByNumberAndLaterGranted()
    {
        await using var eve = await house.Enter("Eve", "foyer");
        var errors = new List<ErrorCode>();
        // ten a second are granted anew: on a machine that stands still for a while it takes more than sixty until one is too much
        for (var i = 0; i < 60 || i < 600 && !errors.Contains(ErrorCode.TooManyCalls); i++) errors.Add((await eve.Connection.EnterAsync("nirgends")).Error);
        Assert.Equal(ErrorCode.RoomUnknown, errors[0]);
        Assert.Contains(ErrorCode.TooManyCalls, errors);
        Assert.DoesNotContain(errors, e => e is not (ErrorCode.RoomUnknown or ErrorCode.TooManyCalls));
        await eve.WalkTo(9, 2); // takes a second; steps have a measure of their own
        Assert.Equal(ErrorCode.RoomUnknown, (await eve.Connection.EnterAsync("nirgends")).Error);
    }

    [Fact]
    public async Task TenThousandCallsThatCannotBeReadHoldNobodyUp()
    {
        await using var bo = await house.Enter("Bo", "foyer");
        await using var eve = await house.ArriveRaw("Eve");
        await Pour(eve, _ => RawClient.Bytes("Move", "x"));
        await Pour(eve, _ => RawClient.Bytes("Nonsense"));
        await AnswersPromptly(bo);
    }

    [Fact]
    public async Task MessageOfAMegabyteEndsTheConnectionInWords()
    {
        await using var bo = await house.Enter("Bo", "foyer");
        await using var eve = await house.ArriveRaw("Eve");
        await Try(() => eve.SayAsync("Enter", new EnterRequest { Room = new string('x', 1_000_000) }));
        await eve.EndAsync();
        Assert.Contains("maximum message size", eve.ClosedBecause, StringComparison.Ordinal);
        await AnswersPromptly(bo);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task MegabyteOfGarbageEndsTheConnectionInWords(int seed)
    {
        var garbage = new byte[1_000_000];
        new Random(seed).NextBytes(garbage);
        await using var bo = await house.Enter("Bo", "foyer");
        await using var eve = await house.ArriveRaw("Eve");
        await Try(() => eve.SendBytesAsync(garbage));
        await eve.EndAsync();
        Assert.False(string.IsNullOrEmpty(eve.ClosedBecause));
        await AnswersPromptly(bo);
    }

    [Theory]
    [InlineData(new byte[] { 0x00 })] // empty message
    [InlineData(new byte[] { 0x01, 0xc1 })] // a byte that MessagePack does not have
    [InlineData(new byte[] { 0x03, 0x92, 0x01, 0x80 })] // an invocation of half its fields
    [InlineData(new byte[] { 0xff, 0xff, 0xff, 0xff, 0x7f })] // 34 GB follow
    public async Task BytesThatAreNoMessageDisturbNobody(byte[] bytes)
    {
        await using var bo = await house.Enter("Bo", "foyer");
        await using var eve = await house.ArriveRaw("Eve");
        await Try(() => eve.SendBytesAsync(bytes));
        // either it was passed over, or the connection is ended in words
        await Try(() => eve.SayAsync("Enter", new EnterRequest { Room = "halle" }));
        try
        {
            await eve.NextAsync<RoomEnteredEvent>(nameof(IHouseClient.RoomEntered));
        }
        catch (InvalidOperationException)
        {
            Assert.False(string.IsNullOrEmpty(eve.ClosedBecause));
        }
        await AnswersPromptly(bo);
    }

    [Fact]
    public async Task GarbageInsteadOfAHandshakeIsRefusedInWords()
    {
        await using var bo = await house.Enter("Bo", "foyer");
        await using var eve = await RawClient.DialAsync(house.Address, await house.SignIn("Eve"));
        await Try(() => eve.SendTextAsync(new string('{', 100_000) + "\u001e"));
        Assert.Contains("error", await eve.ReceiveTextAsync(), StringComparison.Ordinal);
        await AnswersPromptly(bo);
    }

    static async Task Pour(RawClient eve, Func<int, ReadOnlyMemory<byte>> message)
    {
        for (var i = 0; i < Many; i++)
            if (!await Try(() => eve.SendBytesAsync(message(i)))) return; // cut off by the house
    }

    /// <summary>False when the connection has been ended by the other side.</summary>
    static async Task<bool> Try(Func<Task> send)
    {
        try
        {
            await send();
            return true;
        }
        catch (Exception e) when (e is System.Net.WebSockets.WebSocketException or IOException or ObjectDisposedException)
        {
            return false;
        }
    }

    static async Task IsSentAwayForFlooding(RawClient eve)
    {
        var last = await eve.EndAsync();
        var told = last.OfType<InvocationMessage>().Single(m => m.Target == nameof(IHouseClient.SentAway));
        Assert.Equal((int)DisconnectCode.Flooding, Assert.IsType<SentAwayEvent>(told.Arguments[0]).Code);
    }

    static async Task AnswersPromptly(Person person)
    {
        var clock = Stopwatch.StartNew();
        Assert.Equal(ErrorCode.None, await person.Connection.StopWaitingAsync());
        // milliseconds in a house that has the machine for itself; one that stands still for seconds is granted them, and a call that waits its turn has ten
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(7));
    }
}
