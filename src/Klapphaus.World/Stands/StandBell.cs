namespace Klapphaus.World.Stands;

/// <summary>
/// The bell of one stand. Whoever waits there has all hosts called that are on duty, free, and have not declined; the first who accepts gets them, and for
/// the others it stops. While all are in talks, visitors stand in line. Who is called follows from who is there, and is worked out anew after each event,
/// so that no call is lost or goes on for ever. A bell is of the moment and stored nowhere: who rang when its process was lost is told, and rings again.
/// </summary>
/// <param name="avoids">Whether a visitor and a host have nothing to do with each other: for that visitor the host is not there.</param>
public sealed class StandBell(Func<string, string, bool>? avoids = null)
{
    /// <summary>How long hosts are called before the visitor is told that nobody answers.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Whoever comes after so many does better to leave a question.</summary>
    public const int LongestLine = 50;

    /// <summary>So often one visitor may ask within <see cref="Span"/>: each time hosts are called away from what they do.</summary>
    public const int MostInSpan = 5;

    public static readonly TimeSpan Span = TimeSpan.FromMinutes(1);

    /// <summary>So many that are over are known, for hosts who answer late.</summary>
    const int LongestMemory = 50;

    readonly List<BellRequest> open = [];
    readonly List<BellRequest> over = [];
    readonly List<string> hosts = [];
    readonly List<BellSignal> signals = [];
    long lastId;

    /// <summary>Who is on duty, in the order in which they came.</summary>
    public IReadOnlyList<string> Hosts => hosts;

    public bool IsStaffed => hosts.Count > 0;

    /// <summary>Who waits, first come first.</summary>
    public IReadOnlyList<BellRequest> Line => open.FindAll(r => r.IsWaiting);

    public IReadOnlyList<BellRequest> Talks => open.FindAll(r => r.IsTalk);

    /// <summary>When <see cref="Expire"/> has something to do; null while it has not.</summary>
    public DateTimeOffset? NextDeadline => Line.Min(r => r.Deadline);

    /// <summary>What has to be told since this was asked last, in the order in which it happened.</summary>
    public IReadOnlyList<BellSignal> TakeSignals()
    {
        List<BellSignal> taken = [.. signals];
        signals.Clear();
        return taken;
    }

    public BellRequest? RequestOf(string visitor) => open.Find(r => r.Visitor == visitor);

    /// <summary>What the visitor asked for last, also when it is over; null when nothing is known of it any more.</summary>
    public BellRequest? LastOf(string visitor) => RequestOf(visitor) ?? over.FindLast(r => r.Visitor == visitor);

    /// <summary>The visitor's place in the line, from 1; 0 when they do not wait.</summary>
    public int PositionOf(string visitor) => open.FindAll(r => r.IsWaiting).FindIndex(r => r.Visitor == visitor) + 1;

    public bool IsBusy(string host) => open.Exists(r => r.Host == host);

    /// <summary>A visitor rings, or asks for a talk alone. There is one request of each at a time.</summary>
    public BellAnswer Ask(string visitor, BellWish wish, DateTimeOffset now)
    {
        if (RequestOf(visitor) is { } standing) return new(BellOutcome.AlreadyAsked, standing);
        if (hosts.Contains(visitor)) return new(BellOutcome.OwnStand, null);
        if (Line.Count >= LongestLine) return new(BellOutcome.LineFull, null);
        if (over.Count(r => r.Visitor == visitor && r.Since > now - Span) >= MostInSpan) return new(BellOutcome.TooOften, null);
        lastId = Math.Max(lastId + 1, now.ToUnixTimeMilliseconds()); // a bell that has forgotten everything gives no number of before once more
        var request = new BellRequest(lastId, visitor, wish, now);
        open.Add(request);
        Call(now);
        return new(BellOutcome.Done, request);
    }

    /// <summary>A host takes a request on. Asked again it is the same answer; who comes second is told who was first.</summary>
    public BellAnswer Accept(string host, long id, DateTimeOffset now)
    {
        if (StateFor(host, id) is { } answer) return answer;
        var request = open.Find(r => r.Id == id)!;
        if (!hosts.Contains(host)) return new(BellOutcome.NotOnDuty, request);
        if (IsBusy(host)) return new(BellOutcome.Busy, request);
        request.Reconsider(host);
        request.Host = host;
        Stop(request);
        signals.Add(new(BellSignalKind.Accepted, request, host));
        if (request.Wish == BellWish.Ring) Close(request, BellEnd.Answered);
        Call(now);
        return new(BellOutcome.Done, request);
    }

    /// <summary>A host cannot, and may say something to that. When all who are there cannot, it is over.</summary>
    public BellAnswer Decline(string host, long id, DateTimeOffset now, string words = "")
    {
        if (StateFor(host, id) is { } answer)
            return answer.Outcome == BellOutcome.Done ? answer with { Outcome = IsBusy(host) ? BellOutcome.Busy : BellOutcome.Over } : answer;
        var request = open.Find(r => r.Id == id)!;
        if (!hosts.Contains(host)) return new(BellOutcome.NotOnDuty, request);
        request.Decline(host);
        if (words.Length > 0) request.Words = (host, words);
        Call(now);
        return new(BellOutcome.Done, request);
    }

    /// <summary>The visitor takes the request back, or ends the talk. Where nothing is open there is nothing to do, and it is so already.</summary>
    public BellAnswer Cancel(string visitor, DateTimeOffset now) => Finish(RequestOf(visitor), BellEnd.Withdrawn, now);

    /// <summary>The visitor is gone from the stand.</summary>
    public BellAnswer Leave(string visitor, DateTimeOffset now) => Finish(RequestOf(visitor), BellEnd.Left, now);

    /// <summary>The host ends the talk and is free for the next; who is in none is so already.</summary>
    public BellAnswer EndTalk(string host, DateTimeOffset now) => Finish(open.Find(r => r.Host == host), BellEnd.Talked, now);

    /// <summary>A host can be called from now on.</summary>
    public void ComeOnDuty(string host, DateTimeOffset now)
    {
        if (hosts.Contains(host)) return;
        if (RequestOf(host) is { } own) Finish(own, BellEnd.Withdrawn, now); // nobody is called to themselves
        hosts.Add(host);
        Call(now);
    }

    /// <summary>A host is gone, or wants to be left alone. A talk that it is in ends.</summary>
    public void GoOffDuty(string host, DateTimeOffset now)
    {
        if (!hosts.Remove(host)) return;
        if (open.Find(r => r.Host == host) is { } talk) Finish(talk, BellEnd.HostGone, now);
        Call(now);
    }

    /// <summary>The stand is shown no more: whatever is open at its bell is over.</summary>
    public void Shut()
    {
        foreach (var request in open.ToList()) Close(request, BellEnd.Shut);
    }

    /// <summary>Nothing of somebody is known here any more.</summary>
    public void Forget(string member, DateTimeOffset now)
    {
        Leave(member, now);
        GoOffDuty(member, now);
        over.RemoveAll(r => r.Visitor == member || r.Host == member);
    }

    /// <summary>Says so where nobody has answered in time: it is over, unless a host is busy who may still come.</summary>
    public void Expire(DateTimeOffset now)
    {
        foreach (var request in open.FindAll(r => r.IsWaiting && r.Deadline <= now))
        {
            if (!AwaitsBusy(request))
            {
                Close(request, BellEnd.Unanswered);
                continue;
            }
            (request.IsUnheard, request.Deadline) = (true, null);
            signals.Add(new(BellSignalKind.Unheard, request, ""));
        }
        Call(now);
    }

    /// <summary>What a host is told who answers what is no longer open to them; null when it is.</summary>
    BellAnswer? StateFor(string host, long id)
    {
        if ((open.Find(r => r.Id == id) ?? over.Find(r => r.Id == id)) is not { } request || Avoids(request, host)) return new(BellOutcome.RequestUnknown, null);
        if (request.IsWaiting) return null;
        if (request.Host == host && (request.IsTalk || request.End == BellEnd.Answered)) return new(BellOutcome.Done, request);
        return new(request.Host is { } other && other != host ? BellOutcome.Taken : BellOutcome.Over, request);
    }

    BellAnswer Finish(BellRequest? request, BellEnd end, DateTimeOffset now)
    {
        if (request is null) return new(BellOutcome.Done, null);
        Close(request, request.IsTalk && end == BellEnd.Withdrawn ? BellEnd.Talked : end);
        Call(now);
        return new(BellOutcome.Done, request);
    }

    void Close(BellRequest request, BellEnd end)
    {
        Stop(request);
        request.End = end;
        open.Remove(request);
        over.Add(request);
        if (over.Count > LongestMemory) over.RemoveAt(0);
        signals.Add(new(BellSignalKind.Over, request, request.Host ?? ""));
    }

    /// <summary>Brings who is called into line with who is there.</summary>
    void Call(DateTimeOffset now)
    {
        foreach (var request in open.FindAll(r => r.IsWaiting))
        {
            var theirs = hosts.FindAll(host => !Avoids(request, host));
            var called = theirs.FindAll(host => !IsBusy(host) && !request.HasDeclined(host));
            var more = called.Exists(host => !request.Called.Contains(host));
            Call(request, called);
            if (theirs.Count > 0 && theirs.TrueForAll(request.HasDeclined)) Close(request, BellEnd.Declined);
            else Time(request, more, AwaitsBusy(request), now);
        }
    }

    /// <summary>Somebody is in a talk who may come after it.</summary>
    bool AwaitsBusy(BellRequest request) => hosts.Exists(host => IsBusy(host) && !request.HasDeclined(host) && !Avoids(request, host));

    bool Avoids(BellRequest request, string host) => avoids?.Invoke(request.Visitor, host) == true;

    void Call(BellRequest request, List<string> called)
    {
        var before = request.Called;
        request.Called = called;
        signals.AddRange(before.Except(called).Select(host => new BellSignal(BellSignalKind.Stops, request, host)));
        signals.AddRange(called.Except(before).Select(host => new BellSignal(BellSignalKind.Calls, request, host)));
    }

    /// <summary>Time runs from the last call on. Who waits for the busy waits as long as they like.</summary>
    static void Time(BellRequest request, bool more, bool awaitsBusy, DateTimeOffset now)
    {
        if (more) (request.IsUnheard, request.Deadline) = (false, now + Patience);
        else if (awaitsBusy && (request.IsUnheard || request.Called.Count == 0)) request.Deadline = null;
        else request.Deadline ??= now + Patience;
    }

    void Stop(BellRequest request) => Call(request, []);
}
