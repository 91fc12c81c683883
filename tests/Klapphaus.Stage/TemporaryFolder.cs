namespace Klapphaus.Stage;

/// <summary>A folder that is gone at the end.</summary>
sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("klapphaus-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
