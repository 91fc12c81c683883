namespace Klapphaus.Desktop.Reach;

/// <summary>
/// When a connection is tried again that has come to its end, or never came about. A ban ends one day, so it is asked for now and then; a sign-in that is over, and a
/// program that is too old, stay so.
/// </summary>
sealed class ReturnPlan
{
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1), Longest = TimeSpan.FromSeconds(30);

    /// <summary>Nobody has to be back within seconds of a ban's end, and a house has many who are banned.</summary>
    public static readonly TimeSpan WhileBanned = TimeSpan.FromMinutes(5);

    TimeSpan pause = Shortest;
    bool isToldOfBan;

    /// <summary>The connection has ended.</summary>
    /// <param name="error">Why.</param>
    /// <param name="wasThere">There was one before.</param>
    /// <param name="isSentAway">Another has taken its place; a member has so many of these, and who is sent away does not push back at once.</param>
    public NextTry After(ErrorCode error, bool wasThere = false, bool isSentAway = false)
    {
        if (wasThere) isToldOfBan = false;
        if (IsFinal(error)) return new(null, IsTold: true);
        if (error == ErrorCode.Banned)
        {
            var isNews = !isToldOfBan;
            isToldOfBan = true;
            return new(WhileBanned, isNews);
        }
        if (wasThere && !isSentAway) pause = Shortest;
        var now = pause;
        pause = pause * 2 < Longest ? pause * 2 : Longest;
        return new(now, IsTold: false);
    }

    /// <summary>Only somebody who signs in anew, or installs something, can change that.</summary>
    public static bool IsFinal(ErrorCode error) => error is ErrorCode.SignInNeeded or ErrorCode.SessionEnded or ErrorCode.ProtocolTooOld;
}
