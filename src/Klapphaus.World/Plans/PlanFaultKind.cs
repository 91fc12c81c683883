namespace Klapphaus.World.Plans;

/// <summary>What can be wrong with a plan or with the house; numbers are never given to something else.</summary>
public enum PlanFaultKind
{
    TooLarge = 101,
    NotJson = 102,
    NotATiledMap = 103,

    NotOrthogonal = 201,
    Infinite = 202,
    SizeOutOfRange = 203,
    TileSizeUnusable = 204,
    NameMissing = 205,
    KindUnknown = 206,
    CapacityMissing = 207,
    CapacityOutOfRange = 208,
    TextUnusable = 209,
    IdUnusable = 210,

    LayerMissing = 301,
    LayerTwice = 302,
    LayerOfWrongKind = 303,
    LayerSizeDiffers = 304,
    LayerDisplaced = 305,
    CompressionUnknown = 306,
    DataUnreadable = 307,
    TooManyObjects = 308,

    NotARectangle = 401,
    OutsideRoom = 402,
    ClassUnknown = 403,
    IdTwice = 404,
    NumberUnusable = 405,
    NumberTwice = 406,
    ColourUnusable = 407,
    AreasOverlap = 408,
    Blocked = 409,
    DoorTargetMissing = 410,
    EntryMissing = 411,
    DefaultEntryMissing = 412,
    DefaultEntryTwice = 413,
    Unreachable = 414,

    NotAHouse = 501,
    LanguageUnknown = 502,
    RoomListUnusable = 503,
    RoomTwice = 504,
    FileMissing = 505,
    NoRooms = 506,
    StartRoomMissing = 507,
    DoorToNoRoom = 508,
    DoorToNoEntry = 509,
}
