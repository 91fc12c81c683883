import { readServers } from '../media/iceServers';
import { inTime } from '../room/inTime';
import { fields, text } from '../room/readFields';

/** What is tried, in this order. */
export const steps = ['house', 'socket', 'stun', 'turnUdp', 'turnTcp', 'turnTls', 'mediaServer'] as const;
export type Step = (typeof steps)[number];
/** How it came out; `none` is what this house does not have, `untried` what cannot be tried when the house is out of reach. */
export type Outcome = 'works' | 'fails' | 'none' | 'untried';
export type Result = { step: Step; outcome: Outcome; milliseconds: number; /** Address and port that were tried, where there is one. */ at: string };

const base = '/api/connection-test';
const timeout = 8_000;

type Servers = { iceServers: RTCIceServer[]; mediaServer: boolean };

/** Tries one after the other and says each as soon as it is known. */
export async function testConnection(tell: (result: Result) => void): Promise<void> {
  let servers: Servers = { iceServers: [], mediaServer: false };
  let isReached = true;
  const is = async (step: Step, at: string | null, attempt: () => Promise<boolean>) => {
    const start = performance.now();
    const outcome: Outcome = !isReached ? 'untried' : at === null ? 'none' : (await inTime(attempt(), timeout).catch(() => false)) ? 'works' : 'fails';
    if (step === 'house') isReached = outcome === 'works';
    tell({ step, outcome, milliseconds: Math.round(performance.now() - start), at: at ?? '' });
  };
  await is('house', location.host, async () => {
    const response = await fetch(`${base}/servers`);
    const given = fields(await response.json());
    servers = { iceServers: readServers(given.iceServers), mediaServer: given.mediaServer === true };
    return response.ok;
  });
  await is('socket', location.host, echoes);
  const stun = one(servers, (url) => url.startsWith('stun:')) ?? asStun(one(servers, (url) => relayBy(url) === 'udp'));
  // on one network with the server one's own address is what one knew before; then that it refused nothing is its word, where the browser tells of refusals
  await is('stun', at(stun), () => finds(stun!, 'all', 'onicecandidateerror' in RTCPeerConnection.prototype ? ['host', 'srflx'] : ['srflx']));
  for (const [step, by] of [['turnUdp', 'udp'], ['turnTcp', 'tcp'], ['turnTls', 'tls']] as const) {
    const relay = one(servers, (url) => relayBy(url) === by);
    await is(step, at(relay), () => finds(relay!, 'relay', ['relay']));
  }
  await is('mediaServer', servers.mediaServer ? location.hostname : null, () => reachesMediaServer(servers.iceServers));
}

/** How a relay is reached. */
export function relayBy(url: string): 'udp' | 'tcp' | 'tls' | null {
  if (url.startsWith('turns:')) return 'tls';
  if (!url.startsWith('turn:')) return null;
  return url.includes('transport=tcp') ? 'tcp' : 'udp';
}

/** Address and port within a stun, turn or turns address; a port that is left out is the usual one. */
export function at(server: RTCIceServer | null): string | null {
  const url = server && [server.urls].flat()[0];
  if (!url) return null;
  const [scheme, rest] = [url.slice(0, url.indexOf(':')), url.slice(url.indexOf(':') + 1).split('?')[0]];
  return /:\d+$/.test(rest) ? rest : `${rest}:${scheme === 'turns' ? 5349 : 3478}`;
}

function one(servers: Servers, fits: (url: string) => boolean): RTCIceServer | null {
  for (const server of servers.iceServers) {
    const url = [server.urls].flat().find(fits);
    if (url) return { ...server, urls: [url] };
  }
  return null;
}

/** A relay answers those, too, who only ask where they are. */
function asStun(relay: RTCIceServer | null): RTCIceServer | null {
  return relay && { urls: [[relay.urls].flat()[0].replace('turn:', 'stun:').split('?')[0]] };
}

function echoes(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${base}/socket`);
    const sent = 'Klapphaus';
    socket.onopen = () => socket.send(sent);
    socket.onmessage = ({ data }) => { resolve(data === sent); socket.close(); };
    socket.onerror = socket.onclose = () => resolve(false);
  });
}

/** Whether a candidate of these kinds is found by that server; one that it refuses, or does not hear, is none. */
async function finds(server: RTCIceServer, policy: RTCIceTransportPolicy, kinds: readonly string[]): Promise<boolean> {
  const connection = new RTCPeerConnection({ iceServers: [server], iceTransportPolicy: policy });
  try {
    return await new Promise<boolean>((resolve) => {
      let [found, refused] = [false, false];
      connection.onicecandidate = ({ candidate }) => {
        if (candidate === null || candidate.candidate === '') return resolve(found && !refused);
        if (candidate.type !== null && kinds.includes(candidate.type)) found = true;
        // nothing more is to be learnt: this one is the server's own word
        if (candidate.type === kinds.at(-1)) resolve(true);
      };
      connection.onicecandidateerror = () => { refused = true; };
      connection.createDataChannel('test');
      void connection.setLocalDescription();
    });
  } finally {
    connection.close();
  }
}

/** A place at the media server for some seconds, and a connection that stands. */
async function reachesMediaServer(iceServers: RTCIceServer[]): Promise<boolean> {
  const connection = new RTCPeerConnection({ iceServers, bundlePolicy: 'max-bundle' });
  try {
    connection.addTransceiver('audio', { direction: 'sendonly' });
    const gathered = new Promise<void>((resolve) => { connection.onicecandidate = ({ candidate }) => { if (candidate === null) resolve(); }; });
    const stands = new Promise<boolean>((resolve) => {
      connection.onconnectionstatechange = () => {
        if (connection.connectionState === 'connected') resolve(true);
        if (connection.connectionState === 'failed') resolve(false);
      };
    });
    await connection.setLocalDescription();
    await inTime(gathered, timeout / 2).catch(() => undefined); // with those that there are by now
    const response = await fetch(`${base}/media`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ sdp: connection.localDescription!.sdp }) });
    if (!response.ok) return false;
    const answer = fields(await response.json());
    await connection.setRemoteDescription({ type: 'answer', sdp: text(answer.sdp, 64_000) });
    return await stands;
  } finally {
    connection.close();
  }
}
