using Klapphaus.Client;

namespace Klapphaus.Desktop.Text;

/// <summary>Somebody on the map.</summary>
/// <param name="Place">Where they are.</param>
/// <param name="Name">The first letter is drawn.</param>
/// <param name="Availability">available, busy or away.</param>
/// <param name="IsPartner">One talks with them.</param>
readonly record struct MapPerson(Position Place, string Name, string Availability, bool IsPartner);
