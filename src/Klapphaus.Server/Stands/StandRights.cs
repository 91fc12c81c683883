using Klapphaus.World.Stands;

namespace Klapphaus.Server.Stands;

/// <summary>The rights of hosts as they travel.</summary>
static class StandRights
{
    static readonly (HostRights Right, string Word)[] words = [(HostRights.Edit, "edit"), (HostRights.Staff, "staff"), (HostRights.Enquiries, "enquiries")];

    public static string[] Words(HostRights rights) => [.. words.Where(w => (rights & w.Right) == w.Right).Select(w => w.Word)];

    /// <summary>Null when one of them is none.</summary>
    public static HostRights? Read(string[]? written)
    {
        var rights = HostRights.None;
        foreach (var word in written ?? [])
        {
            var known = Array.Find(words, w => w.Word == word);
            if (known.Word is null) return null;
            rights |= known.Right;
        }
        return rights;
    }
}
