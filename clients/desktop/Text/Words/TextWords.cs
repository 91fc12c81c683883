using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Klapphaus.Desktop.Text;

/// <summary>
/// The words of the text client in German or in English. Most are the web client's, so that the house speaks with one voice; where a terminal needs other words, its own
/// list comes first. Everything that is filled in was made fit for a terminal.
/// </summary>
public sealed class TextWords
{
    const string German = "de";

    static readonly ConcurrentDictionary<(string Language, bool OnScreen), TextWords> all = [];

    readonly WordList own, web;

    /// <summary>What stands before a command: nothing where every line is one, a slash where lines are for those one talks with.</summary>
    readonly string slash;

    TextWords(string language, bool onScreen)
    {
        (Language, slash) = (language, onScreen ? "/" : "");
        own = WordList.Read($"text.{language}.json");
        web = WordList.Read($"web.{language}.json");
    }

    public static IReadOnlyList<string> Languages { get; } = [German, "en"];

    /// <summary>de or en.</summary>
    public string Language { get; }

    public bool IsGerman => Language == German;

    /// <summary>Those that a terminal needs beside the web client's.</summary>
    internal IReadOnlyCollection<string> OwnKeys => own.Keys;

    /// <summary>The words for a language as in BCP 47; German ones where there are none.</summary>
    public static TextWords Of(string language) => Of(language, onScreen: false);

    /// <summary>The same for the whole screen, where commands begin with a slash.</summary>
    public static TextWords OfScreen(string language) => Of(language, onScreen: true);

    /// <summary>A sentence. A value that is called count decides on its number.</summary>
    /// <exception cref="InvalidOperationException">There is no such sentence.</exception>
    public string Say(string key, params (string Name, object Value)[] values)
    {
        var sentence = Array.Find(values, value => value.Name == "count") is { Value: int count }
            ? own.Find(key, count) ?? web.Find(key, count)
            : own.Find(key) ?? web.Find(key);
        return Fill(sentence ?? throw new InvalidOperationException($"There are no words for {key} ({Language})."), values);
    }

    /// <summary>One of the own sentences as it is written, with its gaps.</summary>
    internal string Raw(string ownKey) => own.Find(ownKey) ?? "";

    /// <summary>There are words for it.</summary>
    public bool Knows(string key) => (own.Find(key, 2) ?? web.Find(key, 2)) is not null;

    /// <summary>Why something was refused.</summary>
    public string Error(ErrorCode code)
    {
        var name = code switch
        {
            ErrorCode.ProtocolTooOld => "tooOld",
            ErrorCode.ProtocolTooNew => "tooNew",
            ErrorCode.TooManyCalls => "tooMany",
            ErrorCode.SignInNeeded => "signIn",
            ErrorCode.NameUnusable => "name",
            ErrorCode.AffiliationUnusable => "affiliation",
            _ => JsonNamingPolicy.CamelCase.ConvertName(code.ToString()),
        };
        return Knows($"error.{name}") ? Say($"error.{name}") : Say("error.other", ("code", (int)code));
    }

    /// <summary>A name by language: this one, else the German one that is always there.</summary>
    public string Named(IReadOnlyDictionary<string, string> names) =>
        TerminalText.Line(names.GetValueOrDefault(Language) ?? names.GetValueOrDefault(German) ?? "");

    /// <summary>"Bo, Cem und Dora".</summary>
    public string Enumerate(IReadOnlyList<string> names) => names switch
    {
        [] => "",
        [var one] => TerminalText.Line(one),
        _ => Say("talk.and", ("first", string.Join(", ", names.SkipLast(1))), ("last", names[^1])),
    };

    /// <summary>Day and time.</summary>
    /// <param name="at">By any clock.</param>
    /// <param name="zone">Of the clock by which it is told.</param>
    public string Moment(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString(IsGerman ? "dd.MM.yyyy HH:mm" : "d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    static TextWords Of(string language, bool onScreen) => all.GetOrAdd(
        (Languages.FirstOrDefault(each => language.StartsWith(each, StringComparison.OrdinalIgnoreCase)) ?? German, onScreen), each => new(each.Language, each.OnScreen));

    string Fill(string sentence, (string Name, object Value)[] values)
    {
        if (!sentence.Contains("{{", StringComparison.Ordinal))
            return sentence;
        var filled = new StringBuilder();
        var at = 0;
        // Once from front to back: what was filled in is not looked through again.
        for (int open; (open = sentence.IndexOf("{{", at, StringComparison.Ordinal)) >= 0;)
        {
            var close = sentence.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0)
                break;
            var name = sentence[(open + 2)..close];
            filled.Append(sentence, at, open - at).Append(name == "slash" ? slash : TerminalText.Line(Array.Find(values, value => value.Name == name).Value?.ToString()));
            at = close + 2;
        }
        return filled.Append(sentence, at, sentence.Length - at).ToString();
    }
}
