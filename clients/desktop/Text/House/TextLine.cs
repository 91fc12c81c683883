namespace Klapphaus.Desktop.Text;

/// <summary>Something that was written in the conversation, to oneself or to the room.</summary>
/// <param name="Id">The number by which the house knows it; 0 for none.</param>
/// <param name="From">Number of the sender in the room.</param>
/// <param name="Name">What the sender was called then.</param>
/// <param name="IsOwn">One has written it oneself.</param>
/// <param name="At">When the house had it.</param>
/// <param name="Text">In one line, fit for a terminal.</param>
/// <param name="Sentence">With who says it to whom.</param>
public sealed record TextLine(long Id, int From, string Name, bool IsOwn, DateTimeOffset At, string Text, string Sentence);
