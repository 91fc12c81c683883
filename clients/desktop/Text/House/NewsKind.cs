namespace Klapphaus.Desktop.Text;

/// <summary>What a line of news is about.</summary>
public enum NewsKind
{
    /// <summary>Something happens in the house, the room or the conversation.</summary>
    Event,
    /// <summary>Somebody else has written something.</summary>
    Said,
    /// <summary>One has written something oneself.</summary>
    Own,
    /// <summary>It concerns oneself, and waits for one: a call, a knock, a word of the moderators.</summary>
    Call,
    /// <summary>What came of something that one has asked for.</summary>
    Answer,
}
