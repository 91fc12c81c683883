namespace Klapphaus.Server.Media;

/// <summary>What <c>GET /api/ice</c> answers.</summary>
/// <param name="IceServers">As <c>RTCPeerConnection</c> takes them.</param>
/// <param name="Seconds">For how long names and passwords hold.</param>
sealed record IceServersView(IReadOnlyList<IceServerView> IceServers, int Seconds);
