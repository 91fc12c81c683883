using System.Text;

namespace Klapphaus.Desktop.Start;

/// <summary>The file by which a Linux desktop knows a program (Desktop Entry Specification 1.5).</summary>
static class DesktopEntry
{
    /// <param name="words">Of the command; <c>%u</c> stands for a link.</param>
    /// <param name="isLogin">Started at login, where it is not shown in menus.</param>
    public static string Write(IEnumerable<string> words, bool isLogin)
    {
        var entry = new StringBuilder("""
            [Desktop Entry]
            Type=Application
            Name=Klapphaus
            Comment=The meeting house of Die Stadtretter
            Comment[de]=Das Begegnungshaus der Stadtretter
            Terminal=false
            Icon=klapphaus
            StartupWMClass=klapphaus

            """.ReplaceLineEndings("\n"));
        entry.Append("Exec=").AppendJoin(' ', words.Select(Quote)).Append('\n');
        entry.Append(isLogin ? "X-GNOME-Autostart-enabled=true\n" : $"Categories=Network;InstantMessaging;\nMimeType=x-scheme-handler/{DeepLink.Scheme};\n");
        return entry.ToString();
    }

    /// <summary>A word of a command. Within quotes four signs are special, in the value of a key the backslash once more, and the per cent sign everywhere.</summary>
    public static string Quote(string word)
    {
        if (word == "%u" || word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '-' or '_' or '.')) return word;
        var quoted = new StringBuilder("\"");
        foreach (var letter in word)
        {
            if (letter is '\\') quoted.Append(@"\\\\");
            else if (letter is '"' or '`' or '$') quoted.Append(@"\\").Append(letter);
            else if (letter is '%') quoted.Append("%%");
            else quoted.Append(letter);
        }
        return quoted.Append('"').ToString();
    }
}
