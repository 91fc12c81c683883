using Klapphaus.Grains.Rooms;
using Klapphaus.World.Members;
using Klapphaus.World.Stands;
using Microsoft.Extensions.Logging;

namespace Klapphaus.Grains.Stands;

/// <summary>
/// Keeps one stand and asks its rules (<see cref="StandContent"/>, <see cref="StandTeam"/>, <see cref="StandAuthority"/>). Everything is made of what is stored,
/// and stored before it is confirmed; a write that fails leaves everything as it was.
/// </summary>
sealed partial class StandGrain(
    [PersistentState("stand", Storage.Name)] IPersistentState<StandGrainState> stored,
    [PersistentState("standEnquiries", Storage.Name)] IPersistentState<StandEnquiriesState> left,
    IStandMessenger messenger,
    [PersistentState("standFigures", Storage.Name)] IPersistentState<StandFiguresState> storedFigures,
    [PersistentState("standTimes", Storage.Name)] IPersistentState<StandTimesState> storedTimes,
    HouseClock clock,
    TimeProvider time,
    ILogger<StandGrain> log) : Grain, IStandGrain
{
    /// <summary>So soon the house is told again what it could not be told.</summary>
    static readonly TimeSpan again = TimeSpan.FromSeconds(2);

    StandContent content = new();
    StandTeam team = new();
    StandShowing showing = new();
    StandSummary? told;
    /// <summary>Runs only as long as there is something that the house has not been told.</summary>
    IGrainTimer? owed;

    string Id => this.GetPrimaryKeyString();

    StandGrainState State => stored.State;

    IStandBookGrain Book => GrainFactory.GetGrain<IStandBookGrain>(IStandBookGrain.TheBook);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Recall();
        return State.Place is null ? Task.CompletedTask : TellAsync();
    }

    public async Task<ErrorCode> Create(StandCaller who, StandPlace place)
    {
        if (who.RoleIn(place.Room) < Role.Organiser) return ErrorCode.OrganisersOnly;
        if (State.Place is not null) return ErrorCode.StandPlaceTaken;
        await StoreAsync(State with { Place = place });
        var summary = Summary();
        var error = await Book.Enter(summary);
        if (error == ErrorCode.None)
        {
            told = summary;
            return ErrorCode.None;
        }
        DeactivateOnIdle();
        await stored.ClearStateAsync();
        return error;
    }

    public Task<StandReading> Read(StandCaller who)
    {
        if (Refuse(who, StandAct.See) is { } error) return Task.FromResult(new StandReading { Error = error });
        var hidden = State.DownMaterials.Keys.Where(m => !StandAuthority.MaySee(m, who.Member, RoleOf(who), team, showing)).ToHashSet();
        return Task.FromResult(new StandReading
        {
            Place = State.Place,
            Fields = State.Fields.Where(f => !hidden.Any(m => IsOfMaterial(f.Key, m))).ToDictionary(),
            Published = State.Published,
            Down = State.Down,
            DownMaterials = State.DownMaterials.Where(m => !hidden.Contains(m.Key)).ToDictionary(),
            MayEdit = May(who, StandAct.Edit),
            MayPublish = May(who, StandAct.Publish),
            MayNameHosts = May(who, StandAct.NameHosts),
            MayModerate = May(who, StandAct.TakeDown),
            MayReadEnquiries = May(who, StandAct.ReadEnquiries),
            MayStaff = May(who, StandAct.Staff),
            MaySeeFigures = May(who, StandAct.SeeFigures),
        });
    }

    public Task<StandDraft> Draft(StandCaller who)
    {
        if (Refuse(who, StandAct.Edit) is { } error) return Task.FromResult(new StandDraft { Error = error });
        return Task.FromResult(new StandDraft { Fields = State.Fields, History = State.History, Owner = State.Owner, Team = State.Team, Missing = Missing });
    }

    public Task<EditAnswers> Edit(StandCaller who, FieldEdit[] edits) =>
        ChangeAsync(who, (draft, now) => Array.ConvertAll(edits, e => EditAnswer.Of(e.Field, Take(draft, e, who, now))));

    public Task<EditAnswers> Undo(StandCaller who, long revision) => ChangeAsync(who, (draft, now) =>
    {
        var field = draft.History.FirstOrDefault(c => c.Revision == revision)?.Field.ToString() ?? "";
        return [EditAnswer.Of(field, draft.Undo(revision, who.Member, now))];
    });

    public async Task<PublishAnswer> Publish(StandCaller who, bool published)
    {
        if (Refuse(who, StandAct.Publish) is { } error) return new() { Error = error };
        if (published && Missing is { Length: > 0 } missing) return new() { Error = ErrorCode.StandIncomplete, Missing = missing };
        if (published != showing.IsPublished) await KeepAsync(State.With(showing with { IsPublished = published }));
        return new();
    }

    public async Task Erase(string member)
    {
        if (State.Place is null) return;
        Forget(member);
        if (State.Names(member)) await StoreAsync(State.Without(member));
        await EraseLeftAsync(member);
        await EraseTimesAsync(member);
        // asked for again when the first time the book was not told
        var summary = Summary();
        await Book.Enter(summary);
        told = summary;
    }

    public async Task Tidy()
    {
        if (State.Place is null)
        {
            DeactivateOnIdle();
            return;
        }
        await TidyFiguresAsync();
        await TidyTimesAsync();
    }

    FaultState[] Missing => [.. content.FaultsOfPublishing().Select(FaultState.Of)];

    async Task<EditAnswers> ChangeAsync(StandCaller who, Func<StandContent, DateTimeOffset, EditAnswer[]> change)
    {
        if (Refuse(who, StandAct.Edit) is { } error) return new() { Error = error };
        var draft = State.ToContent();
        var results = change(draft, time.GetUtcNow());
        if (Array.Exists(results, r => r.Verdict == EditVerdict.Taken)) await KeepAsync(State.With(draft));
        return new() { Results = results, Team = State.Team };
    }

    static EditResult Take(StandContent draft, FieldEdit edit, StandCaller who, DateTimeOffset now) =>
        edit.FileFault is { } fault ? draft.Refuse(edit.ToEdit().Field, fault) : draft.Take(edit.ToEdit(), who.Member, now);

    Role RoleOf(StandCaller who) => who.RoleIn(State.Place!.Room);

    bool May(StandCaller who, StandAct act) => StandAuthority.May(act, who.Member, RoleOf(who), team, showing);

    /// <summary>Null for what somebody may do. Of a stand that they may not see they do not hear that it is there.</summary>
    ErrorCode? Refuse(StandCaller who, StandAct act)
    {
        if (State.Place is null)
        {
            DeactivateOnIdle(); // woken up by somebody who guesses
            return ErrorCode.StandUnknown;
        }
        return May(who, act) ? null : May(who, StandAct.See) ? ErrorCode.StandRightMissing : ErrorCode.StandUnknown;
    }

    static bool IsOfMaterial(string field, string material)
    {
        var written = new StandField(StandPart.Materials, material);
        return field == written.ToString() || field == written.Place.ToString();
    }

    /// <summary>Stores what is from now on, and tells the house.</summary>
    async Task KeepAsync(StandGrainState next)
    {
        await StoreAsync(next);
        await TellAsync();
    }

    async Task StoreAsync(StandGrainState next)
    {
        await stored.ReplaceAsync(next, this);
        Recall();
    }

    void Recall()
    {
        var wasOpen = showing.IsOpen;
        (content, team, showing) = (State.ToContent(), State.ToTeam(), State.ToShowing());
        Review(wasOpen);
    }

    /// <summary>What could not be told is told soon, with the next change, or when the stand wakes up again.</summary>
    async Task TellAsync()
    {
        var summary = Summary();
        try
        {
            if (summary.IsSameAs(told) || await Book.Enter(summary) == ErrorCode.None) told = summary;
            else log.PlaceLost(Id);
            owed?.Dispose();
            owed = null;
        }
        catch (Exception e) when (e is not OutOfMemoryException) // whatever the book or its store has against it: here it is stored
        {
            log.Untold(Id, e.GetType().Name);
            owed ??= this.RegisterGrainTimer(TellAsync, new GrainTimerCreationOptions { DueTime = again, Period = again, KeepAlive = true });
        }
    }

    StandSummary Summary() => new()
    {
        Id = Id,
        Room = State.Place!.Room,
        Area = State.Place.Area,
        Name = content.TextOf(StandPart.Name),
        Line = content.TextOf(StandPart.Line),
        Accent = content.TextOf(StandPart.Accent),
        Logo = content.Find(new(StandPart.Logo)).Value?.File ?? "",
        Topics = [.. content.Items(StandPart.Topics).Select(t => t.Value.Text)],
        Published = showing.IsPublished,
        Down = showing.TakenDown is not null,
        Owner = team.Owner,
        Team = [.. team.AllWith(HostRights.None).Order(StringComparer.Ordinal)],
        Staff = [.. team.AllWith(HostRights.Staff).Order(StringComparer.Ordinal)],
        DownMaterials = [.. showing.Materials.Keys.Order(StringComparer.Ordinal)],
        Revision = content.Revision,
    };
}
