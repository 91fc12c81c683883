import { inTime } from '../room/inTime';
import { fields, int, list, text } from '../room/readFields';

const timeout = 10_000;
const askAgain = 120;

/** The house's own servers for finding a way through; null when it does not answer, and those that are known go on. `seconds` is how long their passwords hold. */
export async function getIceServers(): Promise<{ iceServers: RTCIceServer[] | null; seconds: number }> {
  try {
    const response = await inTime(fetch('/api/ice', { credentials: 'same-origin' }), timeout);
    if (!response.ok) return { iceServers: null, seconds: askAgain };
    const given = fields(await inTime(response.json(), timeout));
    return { iceServers: readServers(given.iceServers), seconds: int(given.seconds) ?? askAgain };
  } catch {
    return { iceServers: null, seconds: askAgain };
  }
}

/** Servers as the house names them; what is none is left out. */
export function readServers(value: unknown): RTCIceServer[] {
  return list(value, readServer);
}

function readServer(value: unknown): RTCIceServer | null {
  const given = fields(value);
  const urls = list(given.urls, (url) => (typeof url === 'string' && /^(stun|turns?):/.test(url) ? url : null));
  if (urls.length === 0) return null;
  const username = text(given.username);
  return username ? { urls, username, credential: text(given.credential) } : { urls };
}
