namespace Klapphaus.Server.Members;

/// <summary>A list of guests as an organiser's spreadsheet has written it.</summary>
/// <param name="Separator">Between its cells; the answer is written with the same.</param>
/// <param name="Guests">In the order of the file.</param>
sealed record GuestList(char Separator, IReadOnlyList<GuestLine> Guests)
{
    public bool HasFaults => Guests.Any(g => g.Fault != GuestFault.None);
}
