namespace Klapphaus.Server.Store;

/// <summary>Which keys of the store are this house's, and which of them are worth keeping.</summary>
static class StoreKeys
{
    /// <summary>Everything of the house begins so; another program may use the same Redis.</summary>
    public const string Prefix = HouseStore.ServiceId + "/";

    /// <summary>Is there while a backup is put back: a house that finds it was only half put back.</summary>
    public const string Restoring = Prefix + "restoring";

    /// <summary>Who is here and which processes run says itself anew; all else is kept, what later versions store too.</summary>
    static readonly string[] passing = [Prefix + "presence", Prefix + "members", Prefix + "keys/first", Restoring];

    /// <summary>The keys in which members are kept; the id of each is in it (<see cref="MemberOf"/>).</summary>
    public const string MembersPattern = Prefix + "state/avatar/*/member";

    public static string MemberOf(string key) => key.Split('/')[3];

    /// <summary>The keys in which logs of moderation are kept.</summary>
    public const string LogsPattern = Prefix + "state/moderationlog/*/log";

    /// <summary>The room and the month of a log.</summary>
    public static (string Room, string Month) LogOf(string key) => key.Split('/') is [_, _, _, .. var room, var month, _] ? (string.Join('/', room), month) : (key, "");

    public static bool IsKept(string key) =>
        key.StartsWith(Prefix, StringComparison.Ordinal) && !passing.Any(p => key == p || key.StartsWith(p + "/", StringComparison.Ordinal));

    /// <summary>What it is, for the count of a backup: the kind of grain, or the name of what is not a grain's.</summary>
    public static string Noun(string key) => key.Split('/') is [_, "state", var noun, ..] ? noun : key.Split('/')[1];
}
