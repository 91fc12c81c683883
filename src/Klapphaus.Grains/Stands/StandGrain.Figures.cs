using System.Security.Cryptography;
using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>How many come to the stand, and what they take along (<see cref="StandStatistics"/>).</summary>
sealed partial class StandGrain : IStandFiguresGrain
{
    const int SaltBytes = 16;

    /// <summary>So much of what was counted a sudden end may cost.</summary>
    static readonly TimeSpan counting = TimeSpan.FromMinutes(1);

    StandFigures figures = new();
    StandStatistics? statistics;
    IGrainTimer? figuresTimer;

    StandStatistics Statistics => statistics ??= new(figures = storedFigures.State.ToFigures(), clock.Zone, () => RandomNumberGenerator.GetBytes(SaltBytes));

    Task IStandFiguresGrain.Take(string member, string material)
    {
        CountTaken(member, material);
        return Task.CompletedTask;
    }

    public Task<FiguresAnswer> Figures(StandCaller who)
    {
        if (Refuse(who, StandAct.SeeFigures) is { } error) return Task.FromResult(new FiguresAnswer { Error = error });
        var shown = ShownFigures();
        return Task.FromResult(new FiguresAnswer
        {
            Periods = shown,
            Titles = content.Items(StandPart.Materials).ToDictionary(m => m.Id, m => m.Value.Text),
            Name = content.TextOf(StandPart.Name),
        });
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (figuresTimer is not null) await StoreFiguresAsync();
        await base.OnDeactivateAsync(reason, cancellationToken);
    }

    /// <summary>Somebody has come to the stand, who counts as a visitor unless they look after it.</summary>
    void CountArrival(string member)
    {
        if (!showing.IsOpen || team.Has(member)) return;
        Statistics.Come(member, time.GetUtcNow());
        FiguresChanged();
    }

    /// <summary>Somebody has gone who may have been counted.</summary>
    void CountLeaving(string member)
    {
        if (statistics is null or { IsEmpty: true }) return;
        statistics.Go(member, time.GetUtcNow());
        FiguresChanged();
    }

    /// <summary>Somebody has taken a material along that lies here.</summary>
    void CountTaken(string member, string material)
    {
        if (!showing.IsOpen || team.Has(member) || content.Find(new(StandPart.Materials, material)).Value is null) return;
        Statistics.Take(member, material, time.GetUtcNow());
        FiguresChanged();
    }

    ShownPeriodState[] ShownFigures()
    {
        var known = Statistics;
        if (figures.Today is not { } today) return []; // nobody was ever here
        var shown = known.Shown(time.GetUtcNow());
        if (today != figures.Today) FiguresChanged();
        return [.. shown.Select(ShownPeriodState.Of)];
    }

    /// <summary>Nobody's mark outlasts the day by more than another, also where nobody comes any more.</summary>
    async Task TidyFiguresAsync()
    {
        ShownFigures();
        if (figuresTimer is not null) await StoreFiguresAsync();
    }

    void FiguresChanged() => figuresTimer ??= this.RegisterGrainTimer(StoreFiguresAsync, new() { DueTime = counting, Period = Timeout.InfiniteTimeSpan });

    async Task StoreFiguresAsync()
    {
        figuresTimer?.Dispose();
        figuresTimer = null;
        Statistics.Settle(time.GetUtcNow());
        storedFigures.State = StandFiguresState.Of(figures);
        try
        {
            await storedFigures.WriteStateAsync();
        }
        catch (Exception e) when (e is not OutOfMemoryException) // the stand goes on without; it is tried again
        {
            log.NotCounted(Id, e.GetType().Name);
            await ReadFiguresAgainAsync();
            FiguresChanged();
            return;
        }
        if (!Statistics.IsEmpty) FiguresChanged(); // who is here stays on
    }

    /// <summary>The answer to a write may have got lost and nothing else: then only what is stored now can be written over. What was counted stays as it is here.</summary>
    async Task ReadFiguresAgainAsync()
    {
        try
        {
            await storedFigures.ReadStateAsync();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.NotCounted(Id, e.GetType().Name);
        }
        storedFigures.State = StandFiguresState.Of(figures);
    }
}
