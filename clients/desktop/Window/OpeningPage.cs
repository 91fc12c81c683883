using System.Text;
using System.Text.Json;
using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Window;

/// <summary>
/// Carries the address with the single-use code into the browser. In the browser's command line every user of the machine could read the code, and take the session
/// before its page does. A server on 127.0.0.1 that leads on once would answer whoever asks first, and the path that tells them apart would stand in that same
/// command line. A file that only its owner can read has neither fault: the command line names it, and that helps nobody else. It is gone when the code is.
/// </summary>
sealed class OpeningPage(string folder, TimeProvider time) : IDisposable
{
    /// <summary>As long as the house takes a code.</summary>
    static readonly TimeSpan life = TimeSpan.FromMinutes(1);

    // One name for all: by it the browser remembers where the window was and how large.
    readonly string path = Path.Combine(folder, "klapphaus.html");
    readonly Lock gate = new();
    ITimer? forgetting;

    /// <summary>Writes it anew, and gives the address to open.</summary>
    public Uri Write(Uri page)
    {
        lock (gate)
        {
            // the encoder leaves no letter in the address that could end the script or its text
            var text = $"""
                <!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>Klapphaus</title>
                <script>location.replace("{JsonEncodedText.Encode(page.AbsoluteUri)}")</script>
                """;
            OwnerOnly.Write(path, Encoding.UTF8.GetBytes(text));
            forgetting?.Dispose();
            forgetting = time.CreateTimer(_ => Forget(), null, life, Timeout.InfiniteTimeSpan);
            return new(path);
        }
    }

    public void Forget()
    {
        lock (gate)
        {
            forgetting?.Dispose();
            forgetting = null;
            if (Directory.Exists(folder)) File.Delete(path);
        }
    }

    public void Dispose() => Forget();
}
