using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Members;

/// <summary>What was found in a vault.</summary>
/// <param name="Credential">Null when there is none, or none that may be used.</param>
/// <param name="Trouble">Why not; <see cref="Sentence.None"/> when there simply is none.</param>
/// <param name="Place">The file that is meant, for the sentence.</param>
sealed record VaultReading(Credential? Credential, Sentence Trouble = Sentence.None, string Place = "");
