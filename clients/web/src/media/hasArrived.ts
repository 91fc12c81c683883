/** So many packets, and it is no stray one. */
const some = 3;

/** Whether a connection stands, and, when the other speaks, whether sound has come by it. */
export async function hasArrived(connection: RTCPeerConnection, receiver: RTCRtpReceiver | undefined, speaks: boolean): Promise<boolean> {
  if (connection.connectionState !== 'connected' || !receiver) return false;
  if (!speaks) return true;
  const stats = [...(await receiver.getStats()).values()];
  return stats.some((each) => each.type === 'inbound-rtp' && each.packetsReceived >= some);
}
