using Klapphaus.World.Stands;

namespace Klapphaus.Server.Stands;

/// <summary>What visitors may want, as it travels.</summary>
static class BellWishes
{
    /// <summary>Null for what there is not.</summary>
    public static BellWish? Read(string? word) => word switch
    {
        "ring" => BellWish.Ring,
        "talk" => BellWish.Talk,
        _ => null,
    };
}
