using Klapphaus.Desktop.Notices;
using Klapphaus.Desktop.Reach;
using Klapphaus.Desktop.Start;
using Microsoft.Extensions.Time.Testing;

namespace Klapphaus.Desktop.Tests.Reach;

/// <summary>Vera rings at Bea's stand, and Bea's notification daemon has troubles of its own.</summary>
public sealed class NoticeDeskTests : IAsyncDisposable
{
    const string Key = "bell/s1/1";

    readonly FakeTimeProvider time = new(new(2026, 11, 27, 14, 0, 0, TimeSpan.Zero));
    readonly PaperBoard board = new();
    readonly NoticeDesk desk;

    public NoticeDeskTests() => desk = new(new(TimeZoneInfo.Utc), board, new("de"), _ => { }, time);

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    void Ring() => desk.Tell((rules, now) =>
        rules.Rang(new() { Stand = "s1", Name = "Stadt Soest", Room = "halle", Area = "stand-7", Request = 1, Visitor = "Vera", Affiliation = "", Wish = "ring", Since = 0 }, now));

    void Stop() => desk.Tell((rules, _) => rules.Stops(new() { Stand = "s1", Request = 1 }));

    [Fact]
    public async Task WhoRingsBeforeTheDaemonIsThereIsShownWhenItComes()
    {
        board.IsThere = false;
        Ring();
        Assert.Equal($"not shown {Key}", await board.NextAsync());
        board.PutUp();
        Assert.Equal($"shown {Key}", await board.NextAsync());
    }

    [Fact]
    public async Task WhoStopsMeanwhileIsNotShown()
    {
        board.IsThere = false;
        Ring();
        Assert.Equal($"not shown {Key}", await board.NextAsync());
        Stop();
        Assert.Equal($"taken {Key}", await board.NextAsync());
        board.PutUp();
        desk.Inform(new(Sentence.BellOver));
        Assert.Equal("shown trouble", await board.NextAsync());
    }

    [Fact]
    public async Task WhoRingsIsShownAgainByTheNextDaemon()
    {
        Ring();
        Assert.Equal($"shown {Key}", await board.NextAsync());
        board.IsThere = false;
        board.Empty();
        Assert.Equal($"not shown {Key}", await board.NextAsync());
        board.PutUp();
        Assert.Equal($"shown {Key}", await board.NextAsync());
    }

    [Fact]
    public async Task AClickBesideTheButtonsAnswersNoCall()
    {
        var answered = new TaskCompletionSource<NoticeAct>();
        desk.Answered += (_, act) => answered.TrySetResult(act);
        Ring();
        Assert.Equal($"shown {Key}", await board.NextAsync());
        board.Press(Key, NoticeAct.Open);
        board.Press(Key, NoticeAct.Accept);
        Assert.Equal(NoticeAct.Accept, await answered.Task.WaitAsync(TimeSpan.FromSeconds(10)));
    }
}
