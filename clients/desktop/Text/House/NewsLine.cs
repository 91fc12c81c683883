namespace Klapphaus.Desktop.Text;

/// <summary>One sentence on what happens, fit for a terminal.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="At">When.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Text">In one line.</param>
public sealed record NewsLine(long Number, DateTimeOffset At, NewsKind Kind, string Text);
