namespace Klapphaus.Contracts;

/// <summary>One record of <see cref="AvatarsMoved"/>.</summary>
/// <param name="Handle">The avatar's number in the room.</param>
/// <param name="X">1/32 tile.</param>
/// <param name="Y">1/32 tile.</param>
/// <param name="Heading">1/255 turn, or <see cref="Protocol.Standing"/>.</param>
/// <param name="AgeMilliseconds">How long ago it was there.</param>
public readonly record struct AvatarMove(int Handle, int X, int Y, int Heading, int AgeMilliseconds);
