using System.Diagnostics.Metrics;

namespace Klapphaus.Server.Telemetry;

/// <summary>What the feeds of this process do: counted in sums, once per tick and room.</summary>
sealed class FeedMeter
{
    readonly Counter<long> ticks;
    readonly Histogram<double> work;
    readonly Counter<long> frames;
    readonly Counter<long> bytes;
    readonly Histogram<int> sizes;
    readonly Counter<long> skipped;
    readonly Gauge<int> level;
    readonly Counter<long> attaches;
    readonly Histogram<double> answer;

    public FeedMeter(IMeterFactory meters)
    {
        var meter = meters.Create(HouseMeter.Name);
        ticks = meter.CreateCounter<long>("klapphaus.feed.ticks", "{tick}", "Ticks of rooms that this process has shown to its clients.");
        work = meter.CreateHistogram<double>("klapphaus.feed.work", "ms", "Time that a tick took from its arrival until it was written to all clients.");
        frames = meter.CreateCounter<long>("klapphaus.feed.frames", "{frame}", "Messages written to clients about who moved.");
        bytes = meter.CreateCounter<long>("klapphaus.feed.bytes", "By", "Bytes of these messages.");
        sizes = meter.CreateHistogram<int>("klapphaus.feed.frame.size", "By", "Size of the message that those in one cell share.");
        skipped = meter.CreateCounter<long>("klapphaus.feed.skipped", "{client}", "Clients that were still busy with an earlier message and were left out of a tick.");
        level = meter.CreateGauge<int>("klapphaus.feed.level", "{level}", "How much is left out since the machine is too small for the room: 0 nothing, 3 the most.");
        attaches = meter.CreateCounter<long>("klapphaus.feed.attaches", "{attach}", "Times that a feed attached to a room again: the room was elsewhere, or a tick was lost.");
        answer = meter.CreateHistogram<double>("klapphaus.room.answer", "ms", "Time that a room's grain took to answer to a feed's renewal.");
    }

    public void Ticked(string room, TimeSpan took, (int Written, long Bytes, int Busy) counts, int thinning)
    {
        var (clients, size, busy) = counts;
        ticks.Add(1);
        level.Record(thinning, new KeyValuePair<string, object?>("room", room));
        work.Record(took.TotalMilliseconds);
        if (clients > 0) frames.Add(clients);
        if (size > 0) bytes.Add(size);
        if (busy > 0) skipped.Add(busy);
    }

    public void Encoded(int size) => sizes.Record(size);

    public void AttachesAgain() => attaches.Add(1);

    public void Answered(TimeSpan took) => answer.Record(took.TotalMilliseconds);
}
