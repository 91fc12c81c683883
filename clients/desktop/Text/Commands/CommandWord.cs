namespace Klapphaus.Desktop.Text;

/// <summary>Something that can be asked for by a word.</summary>
/// <param name="Id">Of its sentence of help.</param>
/// <param name="German">The words for it in German, the usual one first.</param>
/// <param name="English">The words for it in English, the usual one first.</param>
/// <param name="DoAsync">Does it, with what was typed behind the word.</param>
sealed record CommandWord(string Id, string[] German, string[] English, Func<CommandDesk, string, Task<Answer>> DoAsync)
{
    /// <summary>It is offered to moderators only; the house refuses it to others.</summary>
    public bool IsForModerators { get; init; }

    public IEnumerable<string> All => German.Concat(English);
}
