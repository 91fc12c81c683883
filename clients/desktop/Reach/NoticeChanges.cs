using Klapphaus.Desktop.Notices;

namespace Klapphaus.Desktop.Reach;

/// <summary>What changes on the notice board.</summary>
/// <param name="Take">Keys of what goes.</param>
/// <param name="Show">What comes, or is shown anew.</param>
sealed record NoticeChanges(IReadOnlyList<string> Take, IReadOnlyList<Notice> Show)
{
    public static readonly NoticeChanges None = new([], []);

    public NoticeChanges And(NoticeChanges other) => new([.. Take, .. other.Take], [.. Show, .. other.Show]);
}
