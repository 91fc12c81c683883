namespace Klapphaus.Desktop.Text;

/// <summary>What comes after a choice.</summary>
abstract record SheetStep
{
    /// <summary>Another sheet on top of this one.</summary>
    public sealed record Open(Sheet Sheet) : SheetStep;

    /// <summary>Another sheet instead of this one.</summary>
    public sealed record Turn(Sheet Sheet) : SheetStep;

    /// <summary>Something has to be typed first.</summary>
    /// <param name="Prompt">What.</param>
    /// <param name="ThenAsync">Does it with what was typed.</param>
    public sealed record Ask(string Prompt, Func<string, Task<SheetStep>> ThenAsync) : SheetStep;

    /// <summary>The sheet below this one.</summary>
    public sealed record Back : SheetStep;

    /// <summary>Done: the answer is told, and the sheet stays.</summary>
    public sealed record Tell(Answer Answer) : SheetStep;

    /// <summary>Done: the answer is told, and the conversation stands there again.</summary>
    public sealed record Close(Answer Answer) : SheetStep;
}
