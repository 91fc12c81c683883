namespace Klapphaus.Stage;

/// <summary>Files of the repository that tests run or check as they are.</summary>
static class RepositoryFile
{
    static readonly string root = Root(AppContext.BaseDirectory);

    /// <param name="path">From the root of the repository, such as <c>infra/redis/redis.conf</c>.</param>
    public static string Path(string path) => System.IO.Path.Combine(root, path);

    static string Root(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "Stadtretter.sln")) ? folder
        : System.IO.Path.GetDirectoryName(folder) is { } parent ? Root(parent)
        : throw new DirectoryNotFoundException("These tests run inside the repository.");
}
