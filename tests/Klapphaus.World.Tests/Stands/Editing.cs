using Klapphaus.World.Stands;

namespace Klapphaus.World.Tests.Stands;

/// <summary>A stand that Bea and Tom edit, each by what they have before their eyes.</summary>
sealed class Editing
{
    static readonly DateTimeOffset noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    int seconds;

    public StandContent Content { get; } = new();

    /// <summary>Each thing happens a second after the one before.</summary>
    public DateTimeOffset Now => noon.AddSeconds(seconds);

    public EditResult Take(string by, StandField field, long revision, StandValue? value, string? behind = null)
    {
        seconds++;
        return Content.Take(new(field, revision, value, behind), by, Now);
    }

    /// <summary>Writes by what is there now.</summary>
    public EditResult Write(string by, StandPart part, string text) => Write(by, new StandField(part), StandValue.Of(text));

    public EditResult Write(string by, StandField field, StandValue? value, string? behind = null) => Take(by, field, Content.Find(field).Revision, value, behind);

    public EditResult Move(string by, StandField item, string? behind) => Write(by, item.Place, null, behind);

    public EditResult Undo(string by, long revision)
    {
        seconds++;
        return Content.Undo(revision, by, Now);
    }

    public IEnumerable<string> Order(StandPart part) => Content.Items(part).Select(i => i.Id);

    public static StandField Topic(string id) => new(StandPart.Topics, id);

    public static StandField Material(string id) => new(StandPart.Materials, id);

    public static StandValue Paper(string title) => new() { Text = title, File = "f1", Language = "de" };
}
