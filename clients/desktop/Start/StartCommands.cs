using Klapphaus.Desktop.Notices;
using Klapphaus.Desktop.Text;

namespace Klapphaus.Desktop.Start;

/// <summary>Starts the program, or hands over what is wanted to the instance that runs.</summary>
sealed class StartCommands(Launch launch)
{
    /// <summary>Runs until it is told to end; a second start ends with the first's answer.</summary>
    /// <param name="link">To open, or null.</param>
    /// <param name="background">Without a window.</param>
    /// <param name="house">The house that is meant; null for the one where one is signed in.</param>
    /// <param name="cancellation">When the system ends it.</param>
    public async Task<int> RunAsync(string? link, bool background, Uri? house, CancellationToken cancellation)
    {
        if (house is not null && await OtherHouseAsync(house, cancellation) is { } other) return launch.Fail(other);
        var order = link is not null && NoticeLink.Is(link) ? new Order { Wanted = OrderKind.Act, Link = link }
            : new Order { Wanted = background ? OrderKind.Run : OrderKind.Open, Link = link };
        if (SingleInstance.TryTake(launch.Places, launch.Time) is not { } instance)
            return await launch.TellAsync(order, isThere: true, cancellation) ?? launch.Fail(new(Sentence.NoAnswer));
        await using var host = new DesktopHost(launch.Places, launch.File, launch.Speech, launch.Time);
        // before the host: it answers as long as there is one
        await using (instance)
            return await RunAsync(instance, host, order, cancellation);
    }

    public async Task<int> TellAsync(OrderKind wanted, CancellationToken cancellation) =>
        await launch.TellAsync(new() { Wanted = wanted }, isThere: false, cancellation) ?? launch.Fail(new(Sentence.NotRunning), ExitCode.NotRunning);

    /// <summary>The text client, which is an ordinary connection and knows nothing of the window.</summary>
    public async Task<int> TextAsync(bool plain, string? link, Uri? house, CancellationToken cancellation)
    {
        if (house is not null && await OtherHouseAsync(house, cancellation) is { } other) return launch.Fail(other);
        if (await launch.CredentialAsync(cancellation) is not { } credential) return ExitCode.SignedOut;
        DeepLink? wanted = null;
        if (link is not null && (wanted = DeepLink.Read(link)) is null) return launch.Fail(new(Sentence.LinkUnreadable), ExitCode.Unreadable);
        if (wanted is not null && !wanted.IsFor(credential.House)) return launch.Fail(new(Sentence.LinkElsewhere, wanted.House, credential.House.Authority));
        return await TextProgram.RunAsync(new(credential.House, credential.Token.Reveal(), launch.Speech.Words.Language, plain, wanted?.Room, wanted?.Stand, wanted?.Area), cancellation);
    }

    async Task<int> RunAsync(SingleInstance instance, DesktopHost host, Order first, CancellationToken cancellation)
    {
        instance.Listen(host.ObeyAsync);
        await host.BeginAsync();
        var answer = await host.ObeyAsync(first);
        foreach (var line in answer.Said) launch.Speech.Say(line);
        // A window that cannot be opened is what this start was for. In the background there is time until somebody signs in.
        if (answer.Code != ExitCode.Done) return answer.Code;
        ConsoleWindow.Leave();
        await host.StayAsync(cancellation);
        return ExitCode.Done;
    }

    /// <summary>Where one is signed in, if that is another house than the one that is meant.</summary>
    async Task<Phrase?> OtherHouseAsync(Uri house, CancellationToken cancellation)
    {
        var reading = await launch.Vault.ReadAsync(cancellation);
        return reading.Credential is { } credential && credential.House != house ? new Phrase(Sentence.SignedInElsewhere, credential.House.Authority) : null;
    }
}
