using Klapphaus.Contracts;
using Klapphaus.Grains.Stands;

namespace Klapphaus.Grains.Tests.Stands;

/// <summary>Keeps what stands have to say, in order.</summary>
public sealed class RecordingMessenger : IStandMessenger
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    readonly Lock gate = new();
    readonly List<(string Member, string Stand, object News)> letters = [];
    TaskCompletionSource another = New();

    public void Rang(string member, BellRangEvent news) => Keep(member, news.Stand, news);

    public void Stopped(string member, BellStopsEvent news) => Keep(member, news.Stand, news);

    public void Changed(string member, BellChangedEvent news) => Keep(member, news.Stand, news);

    public void Attended(string member, StandAttendedEvent news) => Keep(member, news.Stand, news);

    public void BookChanged() => Keep("", "", "book");

    /// <summary>What a member was told of a stand, in order.</summary>
    public IReadOnlyList<T> To<T>(string stand, string member)
    {
        lock (gate) return [.. letters.Where(l => l.Stand == stand && l.Member == member).Select(l => l.News).OfType<T>()];
    }

    /// <summary>Waits until a member was told something of a stand.</summary>
    public async Task<T> Hears<T>(string stand, string member, Func<T, bool> wanted, string what)
    {
        var limit = TimeProvider.System.GetTimestamp();
        while (true)
        {
            Task next;
            lock (gate) next = another.Task;
            if (To<T>(stand, member).LastOrDefault(wanted) is { } heard) return heard;
            var left = patience - TimeProvider.System.GetElapsedTime(limit);
            try
            {
                await next.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero);
            }
            catch (TimeoutException e)
            {
                throw new TimeoutException($"{member} waited for {what} and heard: {string.Join(" | ", To<object>(stand, member))}", e);
            }
        }
    }

    void Keep(string member, string stand, object news)
    {
        TaskCompletionSource told;
        lock (gate)
        {
            letters.Add((member, stand, news));
            (told, another) = (another, New());
        }
        told.SetResult();
    }

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
