namespace Klapphaus.Grains.Stands;

/// <summary>All stands of the house, as they are known from afar. There is one book; its key is <see cref="TheBook"/>.</summary>
[Alias("Klapphaus.IStandBookGrain")]
public interface IStandBookGrain : IGrainWithStringKey
{
    /// <summary>Key of the one book.</summary>
    const string TheBook = "house";

    /// <summary>A stand that is staffed says so every ten seconds; two times in a row may be lost.</summary>
    static readonly TimeSpan Believed = TimeSpan.FromSeconds(35);

    /// <summary>A stand says how it is now. The first that it says takes its place.</summary>
    /// <returns><see cref="ErrorCode.None"/>, or <see cref="ErrorCode.StandPlaceTaken"/> when another stand is there.</returns>
    [Alias("Enter")]
    Task<ErrorCode> Enter(StandSummary stand);

    /// <summary>Whether somebody is on duty at a stand. Nothing of it is stored, and it is forgotten when the stand does not say it again within <see cref="Believed"/>.</summary>
    /// <returns>Whether that is news.</returns>
    [Alias("Man")]
    Task<bool> Man(string stand, bool manned);

    /// <summary>All of them; null when nothing has changed since the version that is known already.</summary>
    [Alias("Stands")]
    Task<StandIndex?> Stands(long known);
}
