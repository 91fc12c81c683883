using Klapphaus.Contracts;
using Klapphaus.Desktop.Members;

namespace Klapphaus.Desktop.Reach;

/// <summary>Asks the house which talks one has booked, and which others have booked with oneself.</summary>
static class AppointmentBook
{
    /// <summary>All that are booked; null when the house did not answer.</summary>
    /// <param name="house">To ask.</param>
    /// <param name="token">As whom.</param>
    /// <param name="cancellation">To give up.</param>
    public static async Task<IReadOnlyList<Appointment>?> ReadAsync(HouseApi house, AccessToken token, CancellationToken cancellation)
    {
        if ((await house.OwnTimesAsync(token, cancellation)).Value is not { } own) return null;
        if ((await house.StandsAsync(token, cancellation)).Value is not { } stands) return null;
        List<StandTimesView> all = [.. own];
        // whoever may staff a stand may offer times there, on duty for it or not
        foreach (var stand in stands.Where(stand => stand.MayStaff))
        {
            var times = await house.TimesAsync(token, stand.Id, cancellation);
            if (times.Value is not null) all.Add(times.Value);
            else if (Retry.IsPassing(times.Error)) return null;
        }
        return [.. all.SelectMany(Booked).DistinctBy(appointment => appointment.Id)];
    }

    static IEnumerable<Appointment> Booked(StandTimesView stand) =>
        from time in stand.Times
        where time.State == "booked" && (time.Mine || time.Own)
        select new Appointment(time.Id, stand.Stand, stand.Name, stand.Room, time.Start, time.Mine ? time.Host : time.Visitor);
}
