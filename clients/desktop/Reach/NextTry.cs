namespace Klapphaus.Desktop.Reach;

/// <summary>What comes after a connection.</summary>
/// <param name="Pause">So long it is waited; null when it is not tried again.</param>
/// <param name="IsTold">Its member has to know why there is none.</param>
readonly record struct NextTry(TimeSpan? Pause, bool IsTold);
