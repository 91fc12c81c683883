using Klapphaus.Contracts;

namespace Klapphaus.Grains.Stands;

/// <summary>
/// Brings what stands have to say to members, on whichever process they are connected. Nobody waits for it: what does not arrive is made good with the next that
/// is said of how things are.
/// </summary>
public interface IStandMessenger
{
    void Rang(string member, BellRangEvent news);

    void Stopped(string member, BellStopsEvent news);

    void Changed(string member, BellChangedEvent news);

    void Attended(string member, StandAttendedEvent news);

    /// <summary>The house's book of stands is otherwise than before: every process is to look.</summary>
    void BookChanged();
}
