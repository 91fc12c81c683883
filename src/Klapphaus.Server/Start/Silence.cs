namespace Klapphaus.Server.Start;

/// <summary>Judges whether a house that does not answer this process is out of its reach, or only busy coming up elsewhere. For one thread at a time.</summary>
/// <param name="patience">How long the house may be silent for everybody.</param>
/// <param name="time">What measures it.</param>
sealed class Silence(TimeSpan patience, TimeProvider time)
{
    /// <summary>Questions in a row that others had answered and this process had not; after a silo's death one gateway may hear the house a little before another.</summary>
    const int Overheard = 3;

    long? since;
    int overheard;
    bool opened;

    /// <summary>Never heard yet, silent for too long, or silent to this process alone.</summary>
    public bool IsTooLong => !opened || overheard >= Overheard || since is { } began && time.GetElapsedTime(began) >= patience;

    /// <summary>A question has had its answer.</summary>
    public void Heard()
    {
        (since, overheard) = (null, 0);
        opened = true;
    }

    /// <summary>A question has had no answer.</summary>
    /// <param name="asked">When it was asked, as a timestamp.</param>
    /// <param name="othersHear">Another process has had an answer meanwhile.</param>
    public void Unheard(long asked, bool othersHear)
    {
        since ??= asked;
        overheard = othersHear ? overheard + 1 : 0;
    }
}
