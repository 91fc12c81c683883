namespace Klapphaus.Server.Stands;

/// <summary>A file of a stand, open to be read.</summary>
/// <param name="Content">To be disposed of by who reads it.</param>
/// <param name="Ending">What its name ends with, as in <c>.pdf</c>; made by the house from what the file is.</param>
/// <param name="MediaType">As in <c>application/pdf</c>.</param>
sealed record StandFile(Stream Content, string Ending, string MediaType);
