namespace Klapphaus.Desktop.Text;

// News that wait.
sealed partial class CommandDesk
{
    /// <summary>News break into what is typed here, so they can be asked to wait.</summary>
    public bool MayBeQuiet { get; init; }

    /// <summary>News wait until the next line, but for what concerns whoever types.</summary>
    public bool IsQuiet { get; private set; }

    /// <summary>With "aus" news come at once again.</summary>
    public Task<Answer> BeQuietAsync(string rest)
    {
        if (!MayBeQuiet)
            return Task.FromResult(Answer.No(words.Say("text.neverLoud")));
        IsQuiet = !IsOff(rest);
        return Task.FromResult(Answer.Yes(words.Say(IsQuiet ? "text.quiet" : "text.notQuiet")));
    }
}
