using Klapphaus.Desktop.Members;
using Klapphaus.Desktop.Settings;

namespace Klapphaus.Desktop.Start;

/// <summary>What one start of the program has at hand.</summary>
/// <param name="Places">Where it keeps things.</param>
/// <param name="File">Its settings.</param>
/// <param name="Speech">To who has started it.</param>
/// <param name="Input">Opens what they type, when they are asked: a terminal is set up for that.</param>
/// <param name="Time">The clock on the wall.</param>
sealed record Launch(Places Places, SettingsFile File, Speech Speech, Func<TextReader> Input, TimeProvider Time)
{
    public Vault Vault => Vault.OfThisPlatform(Places, Time);

    /// <summary>Says what was wrong, and gives the exit code for it.</summary>
    public int Fail(Phrase phrase, int code = ExitCode.Failed)
    {
        Speech.Trouble(phrase);
        return code;
    }

    /// <summary>Hands an order to the instance that runs, says what it says, and gives its exit code; null where none runs.</summary>
    /// <param name="order">What is wanted.</param>
    /// <param name="isThere">One runs, or is about to.</param>
    /// <param name="cancellation">To give up.</param>
    public async Task<int?> TellAsync(Order order, bool isThere, CancellationToken cancellation)
    {
        if (await SingleInstance.HandOverAsync(Places, order, isThere, Time, cancellation) is not { } answer) return null;
        foreach (var line in answer.Said) Speech.Say(line);
        return answer.Code;
    }

    /// <summary>The sign-in of this machine; null, when it has been said why there is none.</summary>
    public async Task<Credential?> CredentialAsync(CancellationToken cancellation)
    {
        var reading = await Vault.ReadAsync(cancellation);
        if (reading.Credential is null) Speech.Trouble(reading.Trouble == Sentence.None ? new(Sentence.SignInFirst) : new(reading.Trouble, reading.Place));
        return reading.Credential;
    }

    /// <summary>Something to type, when somebody sits there; null at the end of the input.</summary>
    public async Task<string?> AskAsync(Sentence question, CancellationToken cancellation)
    {
        Speech.Say(new Phrase(question));
        return (await Input().ReadLineAsync(cancellation))?.Trim();
    }
}
