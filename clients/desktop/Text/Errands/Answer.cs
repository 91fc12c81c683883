namespace Klapphaus.Desktop.Text;

/// <summary>What came of something that one has asked for.</summary>
/// <param name="IsDone">It was done, or there is an answer.</param>
/// <param name="Lines">In sentences, each fit for a terminal; none where the news say it.</param>
/// <param name="Error">The number of the house's refusal; None where it was not the house that refused.</param>
sealed record Answer(bool IsDone, IReadOnlyList<string> Lines, ErrorCode Error = ErrorCode.None)
{
    /// <summary>Done; the news say so.</summary>
    public static Answer Done { get; } = new(IsDone: true, []);

    public static Answer Yes(params IReadOnlyList<string> lines) => new(IsDone: true, lines);

    public static Answer No(params IReadOnlyList<string> lines) => new(IsDone: false, lines);

    /// <summary>What the house refuses, in words.</summary>
    public static Answer Refused(TextWords words, ErrorCode error, string more = "") =>
        new(IsDone: false, [more.Length > 0 ? $"{words.Error(error)} {more}" : words.Error(error)], error);
}
