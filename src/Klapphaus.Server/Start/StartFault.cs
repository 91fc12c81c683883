namespace Klapphaus.Server.Start;

/// <summary>The house cannot start, and the operator can do something about it: one line that says what, and what to do.</summary>
sealed class StartFault(string message, Exception? cause = null) : Exception(message, cause);
