using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using NetArchTest.Rules;

namespace Klapphaus.Architecture.Tests;

/// <summary>Who may know whom in this house.</summary>
public class DependencyTests
{
    const string World = "Klapphaus.World";
    const string Contracts = "Klapphaus.Contracts";
    const string Grains = "Klapphaus.Grains";
    const string Server = "Klapphaus.Server";

    /// <summary>What a project of the house may refer to; anything else is a decision to be made here.</summary>
    static readonly Dictionary<string, string[]> allowed = new()
    {
        [World] = [],
        [Contracts] = [],
        [Grains] = [World, Contracts],
        [Server] = [Grains],
        ["Klapphaus.Client"] = [Contracts],
        ["Klapphaus.Desktop"] = ["Klapphaus.Client"],
        ["Klapphaus.Walkers"] = ["Klapphaus.Client"],
        ["Klapphaus.Stage"] = [Server, "Klapphaus.Client"],
        ["Klapphaus.Benchmarks.Generator"] = [Contracts],
        ["Klapphaus.Benchmarks.Micro"] = [Server, "Klapphaus.Client"],
        ["Klapphaus.Benchmarks.AspNet"] = [],
        ["Klapphaus.Benchmarks.Raw"] = [],
    };

    public static TheoryData<string> Projects => [.. ProjectFiles().Select(f => Path.GetFileNameWithoutExtension(f)).Where(n => !n.EndsWith("Tests", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void AProjectRefersOnlyToThoseBelowIt(string project)
    {
        var references = XDocument.Load(ProjectFiles().Single(f => Path.GetFileNameWithoutExtension(f) == project))
            .Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(((string)r.Attribute("Include")!).Replace('\\', '/')));
        Assert.All(references, r => Assert.Contains(r, allowed[project]));
    }

    [Fact]
    public void TheRulesKnowNoStoreNoWireNoActorsAndNoFiles()
    {
        var outside = Types.InAssembly(Assembly.Load(World)).ShouldNot().HaveDependencyOnAny(
            "Orleans", "Microsoft.AspNetCore", "Microsoft.Extensions", "MessagePack", "StackExchange", Contracts, Grains, Server, "System.Net", "System.IO.File", "System.IO.Directory").GetResult();
        Assert.True(outside.IsSuccessful, Named(outside));
    }

    [Fact]
    public void TheRulesAreSynchronousAndOwnNoClock()
    {
        var waiting = Types.InAssembly(Assembly.Load(World)).ShouldNot().HaveDependencyOnAny(
            "System.Threading.Tasks", "System.Threading.Timer", "System.TimeProvider", "System.DateTime", "System.Diagnostics.Stopwatch").GetResult();
        Assert.True(waiting.IsSuccessful, Named(waiting));
    }

    [Fact]
    public void GrainsKnowNoHubAndNoStoreByName()
    {
        var outside = Types.InAssembly(Assembly.Load(Grains)).ShouldNot().HaveDependencyOnAny("Microsoft.AspNetCore", "StackExchange", "Garnet", Server).GetResult();
        Assert.True(outside.IsSuccessful, Named(outside));
    }

    [Fact]
    public void NothingIsCalledManagerOrHelper()
    {
        var vague = new[] { World, Contracts, Grains, Server, "Klapphaus.Client" }
            .SelectMany(a => Assembly.Load(a).GetTypes())
            .Where(t => t.GetCustomAttribute<CompilerGeneratedAttribute>() is null && t.Namespace?.StartsWith("Klapphaus", StringComparison.Ordinal) == true)
            .Where(t => new[] { "Manager", "Helper", "Util", "Utils", "Common", "Core" }.Any(w => t.Name.EndsWith(w, StringComparison.Ordinal)))
            .Select(t => t.FullName);
        Assert.Empty(vague);
    }

    [Fact]
    public void NoPackageVersionStandsInAProject() =>
        Assert.All(ProjectFiles(), f => Assert.DoesNotContain(XDocument.Load(f).Descendants("PackageReference"), r => r.Attribute("Version") is not null));

    static IEnumerable<string> ProjectFiles([CallerFilePath] string here = "")
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
        return new[] { "src", "clients", "tests" }.SelectMany(d => Directory.EnumerateFiles(Path.Combine(root, d), "*.csproj", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 3 }));
    }

    static string Named(NetArchTest.Rules.TestResult result) => string.Join(", ", result.FailingTypeNames ?? []);
}
