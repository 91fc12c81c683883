namespace Klapphaus.Server.Store;

/// <summary>Which keys of the store are this house's, and which of them are worth keeping.</summary>
static class StoreKeys
{
    /// <summary>Everything of the house begins so; another program may use the same Redis.</summary>
    public const string Prefix = HouseStore.ServiceId + "/";

    /// <summary>Is there while a backup is put back: a house that finds it was only half put back.</summary>
    public const string Restoring = Prefix + "restoring";

    /// <summary>Who is here and which processes run says itself anew; all else is kept, what later versions store too.</summary>
    static readonly string[] passing = [Prefix + "presence", Prefix + "members", Restoring];

    public static bool IsKept(string key) =>
        key.StartsWith(Prefix, StringComparison.Ordinal) && !passing.Any(p => key == p || key.StartsWith(p + "/", StringComparison.Ordinal));

    /// <summary>What it is, for the count of a backup: the kind of grain, or the name of what is not a grain's.</summary>
    public static string Noun(string key) => key.Split('/') is [_, "state", var noun, ..] ? noun : key.Split('/')[1];
}
