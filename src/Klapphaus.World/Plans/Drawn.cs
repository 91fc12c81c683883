namespace Klapphaus.World.Plans;

/// <summary>A part of a plan together with the object that it was read from, for the words of a fault.</summary>
readonly record struct Drawn<T>(T Part, TiledObject Source);
