namespace Klapphaus.Server.Media;

/// <summary>What there is to try.</summary>
/// <param name="IceServers">As <c>RTCPeerConnection</c> takes them; names and passwords hold for two minutes.</param>
/// <param name="MediaServer">There is one.</param>
sealed record ConnectionTestView(IReadOnlyList<IceServerView> IceServers, bool MediaServer);
