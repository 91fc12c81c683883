using Klapphaus.Grains.Rooms;
using Klapphaus.World.Members;

namespace Klapphaus.Grains.Members;

/// <summary>Where a member is signed in, and whether it may be here.</summary>
sealed partial class AvatarGrain : IMemberGrain
{
    /// <summary>More people than anybody can be bothered by.</summary>
    const int MostShuns = 500;

    string? arrivedBy;

    SessionList Sessions => new(member.State.Sessions);

    BanState? BanInForce => member.State.Ban is { } ban && ban.IsInForce(time.GetUtcNow()) ? ban : null;

    public async Task<Opening> OpenSession(SessionOpening opening)
    {
        if (BanInForce is { } ban) return new() { Error = ErrorCode.Banned, Ban = ban };
        if (opening.By.Length > 0 && !Sessions.Holds(opening.By, time.GetUtcNow())) return new() { Error = ErrorCode.SessionEnded };
        Sessions.Open(opening.Session, opening.Until, time.GetUtcNow());
        member.State.Ban = null; // one that is over
        member.State.Profile = new()
        {
            Name = opening.Name,
            Affiliation = opening.Affiliation,
            Role = opening.Role,
            Origin = opening.Origin,
            Verified = opening.Verified,
        };
        await member.WriteStateAsync();
        return new();
    }

    public Task<Opening> CheckSession(string session) => Task.FromResult(Check(session));

    public async Task EndSession(string session)
    {
        if (!Sessions.End(session)) return;
        if (arrivedBy == session) await Dismiss(DepartureReason.Left, null);
        await member.WriteStateAsync();
        await KeepOutside();
    }

    public async Task EndSessions()
    {
        Sessions.EndAll();
        await Dismiss(DepartureReason.Left, null);
        await member.WriteStateAsync();
        await KeepOutside();
    }

    public async Task<MemberProfile?> Ban(BanState ban)
    {
        if (member.State.Profile is not { } profile) return null;
        member.State.Ban = ban with { Name = profile.Name };
        Sessions.EndAll();
        await Dismiss(DepartureReason.Banned, member.State.Ban);
        await member.WriteStateAsync();
        await KeepOutside();
        return profile;
    }

    public async Task<bool> ConfirmBan()
    {
        if (BanInForce is not { } ban) return false;
        member.State.Ban = ban.Confirmed();
        await member.WriteStateAsync();
        return true;
    }

    public async Task<bool> Pardon()
    {
        if (member.State.Ban is null) return false;
        member.State.Ban = null;
        await member.WriteStateAsync();
        return true;
    }

    public async Task<ErrorCode> Shun(string other, bool shuns)
    {
        var known = member.State.Shuns;
        if (other == Id) return ErrorCode.PersonUnknown;
        if (!shuns && !known.Remove(other)) return ErrorCode.MemberUnknown;
        if (shuns && known.Contains(other)) return ErrorCode.None;
        if (shuns && known.Count >= MostShuns) return ErrorCode.TooManyCalls;
        if (shuns) known.Add(other);
        if (stored.State.Room is { } room) await GrainFactory.GetGrain<Conversations.IRoomTalkGrain>(room).Shun(Id, [.. known]);
        await member.WriteStateAsync();
        return ErrorCode.None;
    }

    public Task<string[]> Shuns() => Task.FromResult<string[]>([.. member.State.Shuns]);

    public Task<MemberExport> Export() => Task.FromResult(new MemberExport
    {
        Profile = member.State.Profile,
        Sessions = [.. member.State.Sessions.Values],
        Ban = member.State.Ban,
        Room = stored.State.Room,
        Number = stored.State.Number,
        Availability = stored.State.Availability,
        Shuns = [.. member.State.Shuns],
    });

    public async Task<bool> ForgetIfGone(DateTimeOffset since)
    {
        if (connection is not null || stored.State.Room is not null && arrivedBy is not null) return false;
        DeactivateOnIdle(); // it was woken up for this question alone
        if (BanInForce is not null || member.State.Sessions.Values.Any(until => until >= since)) return false;
        await Erase();
        return true;
    }

    public async Task Erase()
    {
        await Dismiss(DepartureReason.Left, null);
        await stored.ClearStateAsync();
        var ban = BanInForce;
        DeactivateOnIdle(); // and where it was awake
        await member.ClearStateAsync();
        if (ban is null) return;
        member.State.Ban = ban.Without();
        await member.WriteStateAsync();
    }

    public Task<MemberProfile?> Profile() => Task.FromResult(member.State.Profile);

    Opening Check(string session) =>
        BanInForce is { } ban ? new() { Error = ErrorCode.Banned, Ban = ban }
        : Sessions.Holds(session, time.GetUtcNow()) ? new()
        : new() { Error = ErrorCode.SessionEnded };

    /// <summary>Out of the room at once, by whichever connection it is there.</summary>
    async Task Dismiss(DepartureReason reason, BanState? ban)
    {
        (connection, arrivedBy) = (null, null);
        if (stored.State.Room is { } room) await Room(room).Dismiss(Id, reason, ban);
    }

    /// <summary>What is remembered of the room comes last: nothing else may fail by it.</summary>
    Task KeepOutside()
    {
        if (stored.State.Room is null) return Task.CompletedTask;
        stored.State.Room = null;
        return stored.WriteStateAsync();
    }
}
