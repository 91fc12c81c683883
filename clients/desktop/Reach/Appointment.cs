namespace Klapphaus.Desktop.Reach;

/// <summary>A talk that was booked, by oneself or at a stand where one offers it.</summary>
/// <param name="Id">Of the time.</param>
/// <param name="Stand">Id of the stand.</param>
/// <param name="Name">What the stand is called; may be empty.</param>
/// <param name="Room">Where it is.</param>
/// <param name="Start">When it begins.</param>
/// <param name="With">The other, by name; empty when the house has forgotten them.</param>
sealed record Appointment(string Id, string Stand, string Name, string Room, DateTimeOffset Start, string With);
