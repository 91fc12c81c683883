using System.Text.Json.Serialization;

namespace Klapphaus.Server.Media;

/// <summary>A server that helps browsers to find a way to each other, or lends them one.</summary>
/// <param name="Urls">stun:, turn: and turns: addresses.</param>
/// <param name="Username">Null where none is needed.</param>
/// <param name="Credential">The password, likewise.</param>
sealed record IceServerView(
    string[] Urls,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Username,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Credential);
