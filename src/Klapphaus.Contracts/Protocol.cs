namespace Klapphaus.Contracts;

/// <summary>What both ends must agree on before anything else is said.</summary>
public static class Protocol
{
    /// <summary>Sent with the first call; a server that cannot speak it answers <see cref="ErrorCode.ProtocolTooOld"/>.</summary>
    public const int Version = 1;

    /// <summary>Where the hub is mapped.</summary>
    public const string HubPath = "/house";

    /// <summary>Units in one tile; a tile is one metre.</summary>
    public const int UnitsPerTile = 32;

    /// <summary>The pace at which everybody walks, in units per second (4 m/s: a fair hall is large).</summary>
    public const int WalkingSpeed = 4 * UnitsPerTile;

    /// <summary>The heading of somebody who stands.</summary>
    public const int Standing = 255;

    /// <summary>Headings are 0 to 254, in 1/255 of a turn, clockwise from east (y grows downwards).</summary>
    public const int HeadingsPerTurn = 255;

    /// <summary>How often somebody who walks straight on says so again, in milliseconds.</summary>
    public const int MoveInterval = 500;

    /// <summary>How long after the last news of a walker came a viewer may carry it on, in milliseconds: a move's interval and a tick.</summary>
    public const int CarryOn = 600;

    /// <summary>How long a signal to another browser may be, in characters: three ways and what they can carry come to 8,000.</summary>
    public const int MaxSignal = 12_000;

    /// <summary>How long a signal to the media server may be, in characters: one way for each of a dozen voices, and some pictures.</summary>
    public const int MaxRouterSignal = 48_000;

    /// <summary>The number by which the media server is meant where otherwise a person is.</summary>
    public const int MediaServer = -1;
}
