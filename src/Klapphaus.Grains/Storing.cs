namespace Klapphaus.Grains;

/// <summary>How a grain stores what is from now on.</summary>
static class Storing
{
    /// <summary>Puts a state in the place of the one before. What cannot be stored has not happened, and the write's failure is handed on.</summary>
    /// <param name="stored">Where it is kept.</param>
    /// <param name="next">The state; the one before is not changed in place, so that it can be put back.</param>
    /// <param name="grain">Whose it is. It wakes up anew after a failure: the answer alone may have been lost, and what is stored is read again.</param>
    public static async Task ReplaceAsync<T>(this IPersistentState<T> stored, T next, IGrainBase grain)
    {
        var before = stored.State;
        stored.State = next;
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            stored.State = before;
            grain.DeactivateOnIdle();
            throw;
        }
    }
}
