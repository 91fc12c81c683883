namespace Klapphaus.Server.Files;

/// <summary>A kind of file that is taken.</summary>
/// <param name="Kind">In one word.</param>
/// <param name="MediaType">As browsers know it.</param>
/// <param name="Endings">How names of such files end.</param>
sealed record FileKindView(string Kind, string MediaType, IReadOnlyList<string> Endings);
