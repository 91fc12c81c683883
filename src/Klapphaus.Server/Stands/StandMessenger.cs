using System.Threading.Channels;
using Klapphaus.Contracts;
using Klapphaus.Grains.Stands;
using Klapphaus.Server.House;
using Microsoft.AspNetCore.SignalR;
using StackExchange.Redis;

namespace Klapphaus.Server.Stands;

/// <summary>
/// Brings what stands of this process have to say to members through the backplane, in order. A store that does not answer holds up no stand: what waits too
/// long makes room for what is newer.
/// </summary>
sealed class StandMessenger(IHubContext<HouseHub> house, IConnectionMultiplexer store, ILogger<StandMessenger> log) : BackgroundService, IStandMessenger
{
    /// <summary>On this channel processes tell each other that the house's book of stands has changed.</summary>
    public static readonly RedisChannel Book = RedisChannel.Literal("klapphaus/stands");

    /// <summary>More than all stands of a network day say in a second.</summary>
    const int MostWaiting = 4_096;

    /// <summary>So many are handed over at a time.</summary>
    const int Together = 64;

    readonly Channel<Letter> letters = Channel.CreateBounded<Letter>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public void Rang(string member, BellRangEvent news) => Send(member, nameof(IHouseClient.BellRang), news);

    public void Stopped(string member, BellStopsEvent news) => Send(member, nameof(IHouseClient.BellStops), news);

    public void Changed(string member, BellChangedEvent news) => Send(member, nameof(IHouseClient.BellChanged), news);

    public void Attended(string member, StandAttendedEvent news) => Send(member, nameof(IHouseClient.StandAttended), news);

    public void BookChanged() => letters.Writer.TryWrite(new("", "", ""));

    void Send(string member, string target, object news) => letters.Writer.TryWrite(new(member, target, news));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<Task> sending = [];
        while (await letters.Reader.WaitToReadAsync(stoppingToken))
        {
            while (sending.Count < Together && letters.Reader.TryRead(out var letter)) sending.Add(SendAsync(letter));
            await Task.WhenAll(sending);
            sending.Clear();
        }
    }

    async Task SendAsync(Letter letter)
    {
        try
        {
            if (letter.Member.Length == 0) await store.GetSubscriber().PublishAsync(Book, RedisValue.EmptyString);
            else await house.Clients.User(letter.Member).SendAsync(letter.Target, letter.News);
        }
        catch (Exception e) when (e is not OutOfMemoryException) // whatever the store has against it: the next letter is tried
        {
            log.Undelivered(e.GetType().Name);
        }
    }

    /// <summary>To no member: to all processes, that the book has changed.</summary>
    readonly record struct Letter(string Member, string Target, object News);
}
