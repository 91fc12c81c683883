using System.Security;

namespace Klapphaus.Desktop.Start;

/// <summary>What the program arranges with the platform for its user's comfort, and runs without where it may not.</summary>
static class Arrangement
{
    /// <summary>False when a folder is for reading only, or somebody else decides about it.</summary>
    public static bool Try(Action arrange)
    {
        try
        {
            arrange();
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SecurityException)
        {
            return false;
        }
    }
}
