using Klapphaus.Desktop.Start;
using Klapphaus.Stage;

namespace Klapphaus.Desktop.Tests.Start;

public sealed class SingleInstanceTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    Places With(string runtime) => new(Path.Combine(folder.Path, "config"), Path.Combine(folder.Path, "data"), runtime);

    /// <summary>As after su, which keeps the folder of another user; here it is none at all, which stops whoever runs the tests, too.</summary>
    [Fact]
    public async Task WithoutAFolderForSocketsTheDataFolderIsTaken()
    {
        var places = With(Path.Combine(folder.Path, "nobodys"));
        var instance = SingleInstance.TryTake(places, TimeProvider.System);
        Assert.NotNull(instance);
        await using (instance)
        {
            instance.Listen(order => Task.FromResult(new OrderAnswer { Code = ExitCode.Done, Said = [order.Stand ?? ""], OnDuty = ["s1"] }));
            var answer = await SingleInstance.HandOverAsync(places, new() { Wanted = OrderKind.Duty, Stand = "s1" }, isThere: true, TimeProvider.System, default);
            Assert.NotNull(answer);
            Assert.Equal((ExitCode.Done, "s1", "s1"), (answer.Code, Assert.Single(answer.Said), Assert.Single(answer.OnDuty)));
        }
    }

    [Fact]
    public async Task AnOrderThatWasTakenIsNotHandedOverAgain()
    {
        var places = With(Path.Combine(folder.Path, "nobodys"));
        var instance = SingleInstance.TryTake(places, TimeProvider.System);
        Assert.NotNull(instance);
        await using (instance)
        {
            var taken = 0;
            instance.Listen(order =>
            {
                Interlocked.Increment(ref taken);
                throw new IOException("It hangs up.");
            });
            Assert.Null(await SingleInstance.HandOverAsync(places, new() { Wanted = OrderKind.Open }, isThere: true, TimeProvider.System, default));
            Assert.Equal(1, taken);
        }
    }

    [Fact]
    public void NoPipeIsWhereEverybodyCanWrite()
    {
        var places = new Places("/c", "/" + new string('d', 200), "/run/user/1");
        Assert.StartsWith("/run/user/1/klapphaus-", places.Pipes[0], StringComparison.Ordinal);
        Assert.DoesNotContain(places.Pipes, pipe => pipe.StartsWith(Path.GetTempPath(), StringComparison.Ordinal) || pipe.StartsWith("/d", StringComparison.Ordinal));
    }
}
