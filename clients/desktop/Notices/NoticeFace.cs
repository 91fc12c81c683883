using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Notices;

/// <summary>A notice in the reader's words, as a board shows it.</summary>
/// <param name="Key">What it is about; shown anew it replaces the one with the same.</param>
/// <param name="Title">One line.</param>
/// <param name="Text">May be empty.</param>
/// <param name="IsCall">It stays until it is answered or taken away, and has two answers.</param>
/// <param name="Accept">What the button says by which one comes, or looks.</param>
/// <param name="Decline">What the other says; empty where there is none.</param>
sealed record NoticeFace(string Key, string Title, string Text, bool IsCall, string Accept, string Decline)
{
    const int LongestLine = 120, LongestText = 600;

    public static NoticeFace Of(Notice notice, Words words) => new(
        notice.Key,
        ShortText.Of(Clean(words.Say(notice.Title)), LongestLine),
        ShortText.Of(Clean(words.Say(notice.Text)), LongestText),
        notice.IsCall,
        words[notice.IsCall ? Sentence.ActAccept : notice.Kind == NoticeKind.Appointment ? Sentence.ActGo : Sentence.ActOpen],
        notice.IsCall ? words[Sentence.ActDecline] : "");

    /// <summary>Others have written some of it: no line breaks, no signs that turn the direction of writing, none that XML cannot hold.</summary>
    static string Clean(string text) => string.Create(text.Length, text, (letters, all) =>
    {
        for (var i = 0; i < letters.Length; i++) letters[i] = IsUnseen(all[i]) ? ' ' : all[i];
    });

    static bool IsUnseen(char letter) =>
        char.IsControl(letter) || letter is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\ufffe' or '\uffff';
}
