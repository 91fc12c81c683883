namespace Klapphaus.Server.Media;

/// <summary>What one way of a connection carries.</summary>
/// <param name="Mid">The way's name in the SDP.</param>
/// <param name="Person">Whose it is.</param>
/// <param name="Kind">microphone, camera or screen.</param>
sealed record MediaStreamView(string Mid, string Person, string Kind);
