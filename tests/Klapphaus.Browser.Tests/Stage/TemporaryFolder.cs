namespace Klapphaus.Browser.Tests.Stage;

/// <summary>A folder that is gone at the end.</summary>
sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("klapphaus-browser-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
