namespace Klapphaus.Server.Media;

/// <summary>A browser's offer to send, or the answer to it.</summary>
/// <param name="Sdp">With all candidates.</param>
sealed record ConnectionTestOffer(string? Sdp);
