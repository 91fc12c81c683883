using CsCheck;
using Klapphaus.World.Stands;

namespace Klapphaus.World.Tests.Stands;

/// <summary>In whatever order visitors ring and hosts answer, come and go, nobody is called in vain and nobody is got twice.</summary>
public class StandBellWalks
{
    sealed record Deed(int Kind, int Visitor, int Host, int Number);

    static readonly string[] visitors = ["vera", "max", "gus", "ida", "hugo"]; // Hugo is a host as well
    static readonly string[] hosts = ["hanna", "hugo", "heidi"];

    static readonly Gen<Deed> deeds = Gen.Select(Gen.Int[0, 13], Gen.Int[0, 4], Gen.Int[0, 2], Gen.Int[0, 50])
        .Select((kind, visitor, host, number) => new Deed(kind, visitor, host, number));

    [Fact]
    public void NobodyIsCalledInVainOrGotTwice() => deeds.Array[1, 80].Sample(story =>
    {
        var bell = new StandBell();
        var now = new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
        HashSet<(long Request, string Host)> ringing = [];
        Dictionary<long, string> got = [];
        HashSet<long> over = [];
        List<BellRequest> all = [];
        foreach (var deed in story)
        {
            now += TimeSpan.FromSeconds(deed.Number % 7);
            Do(bell, deed, now, all, got);
            foreach (var signal in bell.TakeSignals()) Hear(signal, ringing, got, over);
            Check(bell, ringing, got, over, all, now);
        }
        foreach (var visitor in visitors) bell.Leave(visitor, now);
        foreach (var signal in bell.TakeSignals()) Hear(signal, ringing, got, over);
        Assert.Empty(ringing);
        Assert.All(all, r => Assert.Contains(r.Id, over));
    }, iter: 1000);

    static void Do(StandBell bell, Deed deed, DateTimeOffset now, List<BellRequest> all, Dictionary<long, string> got)
    {
        var (visitor, host) = (visitors[deed.Visitor], hosts[deed.Host]);
        var id = all.Count == 0 ? 1 : all[^(1 + deed.Number % Math.Min(all.Count, 6))].Id; // also late answers
        switch (deed.Kind)
        {
            case 0 or 1 or 2:
                if (bell.Ask(visitor, deed.Number % 2 == 0 ? BellWish.Ring : BellWish.Talk, now) is (BellOutcome.Done, { } request)) all.Add(request);
                break;
            case 3 or 4 or 5 or 6:
                Accept(bell, host, id, now, got);
                break;
            case 7:
                bell.Decline(host, id, now);
                break;
            case 8 or 9:
                bell.ComeOnDuty(host, now);
                break;
            case 10:
                bell.GoOffDuty(host, now);
                break;
            case 11:
                bell.EndTalk(host, now);
                break;
            case 12:
                _ = deed.Number % 2 == 0 ? bell.Cancel(visitor, now) : bell.Leave(visitor, now);
                break;
            default:
                bell.Expire(now);
                break;
        }
    }

    static void Accept(StandBell bell, string host, long id, DateTimeOffset now, Dictionary<long, string> got)
    {
        var wasOpen = bell.Line.Any(r => r.Id == id);
        var mayCome = bell.Hosts.Contains(host) && !bell.IsBusy(host);
        var (outcome, request) = bell.Accept(host, id, now);
        if (wasOpen) Assert.Equal(mayCome, outcome == BellOutcome.Done); // no acceptance is lost
        else if (outcome == BellOutcome.Done) Assert.Equal(host, got[id]); // and none is given twice
        if (outcome == BellOutcome.Done) Assert.Equal(host, request!.Host);
        if (outcome == BellOutcome.Taken) Assert.Equal(got[id], request!.Host);
    }

    static void Hear(BellSignal signal, HashSet<(long, string)> ringing, Dictionary<long, string> got, HashSet<long> over)
    {
        var id = signal.Request.Id;
        Assert.DoesNotContain(id, over); // nothing comes after the end
        switch (signal.Kind)
        {
            case BellSignalKind.Calls:
                Assert.True(ringing.Add((id, signal.Host)), "called twice");
                break;
            case BellSignalKind.Stops:
                Assert.True(ringing.Remove((id, signal.Host)), "stopped though not called");
                break;
            case BellSignalKind.Accepted:
                Assert.True(got.TryAdd(id, signal.Host), "got twice");
                break;
            case BellSignalKind.Over:
                over.Add(id);
                break;
            default:
                Assert.True(signal.Request.IsUnheard && signal.Request.IsWaiting);
                break;
        }
    }

    static void Check(
        StandBell bell, HashSet<(long Request, string Host)> ringing, Dictionary<long, string> got, HashSet<long> over, List<BellRequest> all, DateTimeOffset now)
    {
        var free = bell.Hosts.Where(h => !bell.IsBusy(h)).ToList();
        foreach (var request in all)
        {
            Assert.Equal(request.End is not null, over.Contains(request.Id));
            Assert.Equal(request.Host, got.GetValueOrDefault(request.Id));
            Assert.Equal(request.Called.Order(), ringing.Where(r => r.Request == request.Id).Select(r => r.Host).Order());
            if (!request.IsWaiting)
            {
                Assert.Empty(request.Called);
                continue;
            }
            Assert.Equal(free.Where(h => !request.HasDeclined(h)), request.Called);
            Assert.Contains(request, bell.Line);
            var waitsForBusy = bell.Hosts.Any(h => bell.IsBusy(h) && !request.HasDeclined(h)) && (request.IsUnheard || request.Called.Count == 0);
            Assert.Equal(waitsForBusy, request.Deadline is null); // there is always somebody or something that ends the waiting
            Assert.False(request.Deadline > now + StandBell.Patience);
        }
        Assert.Equal(bell.Talks.Count, bell.Talks.Select(t => t.Host).Distinct().Count());
        Assert.All(bell.Talks, t => Assert.Contains(t.Host, bell.Hosts));
        Assert.Equal(Enumerable.Range(1, bell.Line.Count), bell.Line.Select(r => bell.PositionOf(r.Visitor)));
        var open = bell.Line.Concat(bell.Talks).ToList();
        Assert.Equal(open.Count, open.Select(r => r.Visitor).Distinct().Count());
        Assert.DoesNotContain(bell.Line, r => bell.Hosts.Contains(r.Visitor));
    }
}
