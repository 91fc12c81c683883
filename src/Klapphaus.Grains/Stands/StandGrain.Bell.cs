using Klapphaus.Contracts;
using Klapphaus.World.Conversations;
using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>Asks the rules of the bell (<see cref="StandBell"/>), and tells those concerned what became of it.</summary>
sealed partial class StandGrain
{
    /// <summary>So many of those at the stand are named to hosts; they are counted all.</summary>
    const int MostNamed = 50;

    StandBell? bell;

    /// <summary>How it is with each who waits, as they were told last.</summary>
    readonly Dictionary<string, BellChangedEvent> bellTold = [];

    StandBell Bell => bell ??= new(Avoid);

    public Task<BellReply> Ring(string process, StandCaller who, StandGuest guest, StandPlace? at, BellWish wish, bool resume = false)
    {
        if (Refuse(who, StandAct.See) is { } error) return Task.FromResult(new BellReply(error, activation));
        if (resume && Bell.LastOf(who.Member) is { End: not null } last)
        {
            Tell(last); // it came to its end while they could not be told
            return Task.FromResult(new BellReply(ErrorCode.None, activation));
        }
        if (at != State.Place) return Task.FromResult(new BellReply(ErrorCode.StandTooFar, activation));
        var now = time.GetUtcNow();
        guestsKnown[who.Member] = guest;
        var (outcome, request) = Bell.Ask(who.Member, wish, now);
        if (outcome == BellOutcome.AlreadyAsked) Tell(request!);
        if (outcome is BellOutcome.Done or BellOutcome.AlreadyAsked) guests.Add(process, who.Member, now);
        deskChanged = true;
        Settle(now);
        return Task.FromResult(new BellReply(outcome == BellOutcome.AlreadyAsked ? ErrorCode.None : Code(outcome), activation));
    }

    public Task<ErrorCode> Withdraw(StandCaller who) => Ask(who, StandAct.See, now => Bell.Cancel(who.Member, now));

    public Task<ErrorCode> Answer(StandCaller who, long request, bool accept, string text)
    {
        if (Wording.Line(text) is not { } words) return Task.FromResult(ErrorCode.TextUnusable);
        return Ask(who, StandAct.Staff, now => accept ? Bell.Accept(who.Member, request, now) : Bell.Decline(who.Member, request, now, words));
    }

    public Task<ErrorCode> EndTalk(StandCaller who) => Ask(who, StandAct.Staff, now => Bell.EndTalk(who.Member, now));

    Task<ErrorCode> Ask(StandCaller who, StandAct act, Func<DateTimeOffset, BellAnswer> rule)
    {
        if (Refuse(who, act) is { } error) return Task.FromResult(error);
        var now = time.GetUtcNow();
        var (outcome, request) = rule(now);
        deskChanged |= outcome == BellOutcome.Done && request is not null;
        Settle(now);
        return Task.FromResult(Code(outcome));
    }

    static ErrorCode Code(BellOutcome outcome) => outcome switch
    {
        BellOutcome.Done => ErrorCode.None,
        BellOutcome.LineFull => ErrorCode.BellFull,
        BellOutcome.TooOften => ErrorCode.BellTooOften,
        BellOutcome.OwnStand => ErrorCode.BellOwnStand,
        BellOutcome.Taken => ErrorCode.BellTaken,
        BellOutcome.Over => ErrorCode.BellOver,
        BellOutcome.Busy => ErrorCode.BellBusy,
        BellOutcome.NotOnDuty => ErrorCode.NotOnDuty,
        _ => ErrorCode.BellUnknown,
    };

    /// <summary>One of the two has nothing to do with the other, and so neither has with the other.</summary>
    bool Avoid(string visitor, string host) =>
        guestsKnown.GetValueOrDefault(visitor)?.Shuns.Contains(host) == true || hostsKnown.GetValueOrDefault(host)?.Shuns.Contains(visitor) == true;

    /// <summary>Tells hosts who is wanted and who no longer, and visitors how it is with what they asked for.</summary>
    void TellBell()
    {
        foreach (var (kind, request, host) in Bell.TakeSignals())
        {
            switch (kind)
            {
                case BellSignalKind.Calls:
                    messenger.Rang(host, Rang(request));
                    break;
                case BellSignalKind.Stops:
                    messenger.Stopped(host, new() { Stand = Id, Request = request.Id, By = request.Host is { } other && other != host ? NameOf(other) : "" });
                    break;
                case BellSignalKind.Accepted or BellSignalKind.Over:
                    bellTold.Remove(request.Visitor);
                    // that somebody comes is the end of a ring
                    if (kind == BellSignalKind.Accepted || request.End != BellEnd.Answered) Tell(request);
                    break;
            }
            deskChanged = true;
        }
        foreach (var request in Bell.Line)
        {
            var view = View(request);
            // of those behind one does not hear each time
            if (bellTold.GetValueOrDefault(request.Visitor) is { } told && told with { Length = view.Length } == view) continue;
            bellTold[request.Visitor] = view;
            messenger.Changed(request.Visitor, view);
        }
    }

    void Tell(BellRequest request) => messenger.Changed(request.Visitor, View(request));

    /// <summary>The stand has woken up anew, and does not know any more what they asked for.</summary>
    void TellLost(string visitor) => messenger.Changed(visitor, new() { Stand = Id, Name = StandName, Wish = "", State = "over", End = "lost" });

    BellChangedEvent View(BellRequest request) => new()
    {
        Stand = Id,
        Name = StandName,
        Wish = Word(request.Wish),
        State = request.Host is not null && (request.IsTalk || request.End == BellEnd.Answered) ? "accepted" : request.End is not null ? "over" : request.IsUnheard ? "unheard" : "waiting",
        End = request.End is { } end ? Word(end) : "",
        Place = Bell.PositionOf(request.Visitor),
        Length = Bell.Line.Count,
        Called = request.Called.Count,
        Staffed = Bell.Hosts.Any(h => !Avoid(request.Visitor, h)),
        Host = request.Host is { } host ? NameOf(host) : "",
        Text = request.Words.Text,
        TextBy = request.Words.Host.Length > 0 ? NameOf(request.Words.Host) : "",
        Since = request.Since.ToUnixTimeMilliseconds(),
    };

    BellRangEvent Rang(BellRequest request) => new()
    {
        Stand = Id,
        Name = StandName,
        Room = State.Place!.Room,
        Area = State.Place.Area,
        Request = request.Id,
        Visitor = GuestOf(request).Name,
        Affiliation = GuestOf(request).Affiliation,
        Wish = Word(request.Wish),
        Since = request.Since.ToUnixTimeMilliseconds(),
    };

    /// <summary>How it is at the stand, for one host: without whom they have nothing to do with, and those of the team, who are not there to visit.</summary>
    StandAttendedEvent Desk(string host)
    {
        var there = guests.Here.Where(m => guestsKnown.ContainsKey(m) && !Avoid(m, host) && (!team.Has(m) || Bell.RequestOf(m) is not null)).ToList();
        return OffDuty with
        {
            OnDuty = true,
            Hosts = [.. Bell.Hosts.Where(h => h != host).Select(NameOf)],
            Visitors = [.. there.Take(MostNamed).Select(m => Visitor(guestsKnown[m]))],
            Count = there.Count,
            Line = [.. Bell.Line.Where(r => !Avoid(r.Visitor, host)).Select(r => Request(r, host))],
            Talk = Bell.Talks.FirstOrDefault(r => r.Host == host) is { } talk ? Request(talk, host) : null,
        };
    }

    StandVisitorView Visitor(StandGuest guest) =>
        new() { Member = guest.Member, Name = guest.Name, Affiliation = guest.Affiliation, Since = guests.SinceOf(guest.Member).ToUnixTimeMilliseconds() };

    BellRequestView Request(BellRequest request, string host) => new()
    {
        Request = request.Id,
        Visitor = GuestOf(request).Name,
        Affiliation = GuestOf(request).Affiliation,
        Wish = Word(request.Wish),
        Since = request.Since.ToUnixTimeMilliseconds(),
        Calls = request.Called.Contains(host),
    };

    StandGuest GuestOf(BellRequest request) => guestsKnown[request.Visitor];

    string NameOf(string host) => hostsKnown.GetValueOrDefault(host)?.Who.Name ?? State.Team.GetValueOrDefault(host)?.Name ?? "";

    static string Word(BellWish wish) => wish == BellWish.Talk ? "talk" : "ring";

    static string Word(BellEnd end) => end switch
    {
        BellEnd.Answered => "", // a host comes, and that is not the end of it for them
        BellEnd.HostGone => "hostGone",
        _ => end.ToString().ToLowerInvariant(),
    };
}
