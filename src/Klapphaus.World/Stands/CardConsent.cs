namespace Klapphaus.World.Stands;

/// <summary>A member agrees to hand something of their card over.</summary>
/// <param name="Id">Random, of this act; the same when it is sent again.</param>
/// <param name="From">Id of the member.</param>
/// <param name="Fields">Exactly these.</param>
/// <param name="Wording">Version of the words that they had before the eyes.</param>
public sealed record CardConsent(string Id, string From, CardFields Fields, string Wording);
