using Klapphaus.World.Plans;

namespace Klapphaus.World.Rooms;

/// <summary>Where an avatar was, and how it went on from there.</summary>
/// <param name="At">The place.</param>
/// <param name="Heading">0 to 254 in 1/255 turn, or <see cref="Room.Standing"/>.</param>
/// <param name="When">Milliseconds on the room's clock.</param>
public readonly record struct Sighting(Position At, int Heading, long When);
