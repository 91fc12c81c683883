using Klapphaus.Contracts;

namespace Klapphaus.Client;

/// <summary>One avatar as it is to be drawn now.</summary>
/// <param name="Handle">The avatar's number in the room.</param>
/// <param name="Person">Who it is; null for the moment between an avatar's first move and the news of who came.</param>
/// <param name="Position">Where to draw it.</param>
/// <param name="Heading">0 to 254, or <see cref="Protocol.Standing"/>.</param>
public readonly record struct SeenAvatar(int Handle, PersonView? Person, Position Position, int Heading);
