import { hasArrived } from './hasArrived';
import { slots, type Slot, type Tracks } from './peer';
import type { RouterRequest, RouterSignal, RouteStream } from './routerSignal';

export type RouteHost = {
  say: (signal: RouterRequest) => void;
  iceServers: () => RTCIceServer[];
  received: (member: string, slot: Slot, track: MediaStreamTrack) => void;
  /** Something of somebody comes no more by this way. */
  ended: (member: string, slot: Slot) => void;
};

type Direction = 'publish' | 'receive';

/**
 * One place at the media server: a connection by which one sends, and another by which all others come. What one may send and gets is decided by the house;
 * what is switched on or off later only changes tracks.
 */
export class Route {
  private publisher: RTCPeerConnection | null = null;
  private receiver: RTCPeerConnection | null = null;
  private streams: readonly RouteStream[] = [];
  private tracks: Tracks = { microphone: null, camera: null, screen: null };
  private chain: Promise<void> = Promise.resolve();
  private isClosed = false;
  private hasAsked = false;

  constructor(readonly session: string, private readonly host: RouteHost) {}

  get connections(): RTCPeerConnection[] {
    return [this.publisher, this.receiver].filter((each) => each !== null);
  }

  /** Sends, or no longer: the house lets nobody be heard who may not. */
  publish(may: boolean): void {
    if (may === (this.publisher !== null) || this.isClosed) return;
    if (!may) {
      this.end(this.publisher);
      this.publisher = null;
      return;
    }
    const connection = this.connect('publish');
    this.publisher = connection;
    for (const slot of slots) connection.addTransceiver(slot === 'microphone' ? 'audio' : 'video', { direction: 'sendonly' });
    this.use(this.tracks);
    this.then(async () => {
      await connection.setLocalDescription();
      this.host.say({ kind: 'publish', session: this.session, sdp: connection.localDescription!.sdp });
    });
  }

  /** Sends these from now on. */
  use(tracks: Tracks): void {
    this.tracks = tracks;
    this.publisher?.getTransceivers().forEach(({ sender }, index) => {
      const track = tracks[slots[index]] ?? null;
      if (sender.track !== track) void sender.replaceTrack(track).catch(() => undefined);
    });
  }

  hear(signal: RouterSignal): void {
    if (signal.session !== this.session) return;
    if (signal.kind === 'answer') this.then(async () => this.publisher?.setRemoteDescription({ type: 'answer', sdp: signal.sdp }));
    else if (signal.kind === 'offer') this.then(() => this.take(signal.sdp, signal.streams));
  }

  /** Somebody can be heard by this way, or could if they said something. */
  async hasArrived(member: string, speaks: boolean): Promise<boolean> {
    if (!speaks) return this.publisher?.connectionState === 'connected' || this.receiver?.connectionState === 'connected';
    const stream = this.streams.find(({ person, kind }) => person === member && kind === 'microphone');
    return stream !== undefined && this.receiver !== null && hasArrived(this.receiver, this.transceiver(stream.mid)?.receiver, speaks);
  }

  close(): void {
    this.isClosed = true;
    for (const connection of this.connections) this.end(connection);
    for (const { person, kind } of this.streams) this.host.ended(person, kind);
    this.streams = [];
    this.publisher = this.receiver = null;
  }

  private async take(sdp: string, streams: readonly RouteStream[]): Promise<void> {
    const connection = (this.receiver ??= this.connect('receive'));
    await connection.setRemoteDescription({ type: 'offer', sdp });
    const before = this.streams;
    this.streams = streams;
    const isIn = (all: readonly RouteStream[], one: RouteStream) => all.some(({ mid, person, kind }) => mid === one.mid && person === one.person && kind === one.kind);
    for (const old of before) if (!isIn(streams, old)) this.host.ended(old.person, old.kind);
    for (const stream of streams) {
      const track = this.transceiver(stream.mid)?.receiver.track;
      if (track && !isIn(before, stream)) this.host.received(stream.person, stream.kind, track);
    }
    await connection.setLocalDescription();
    this.host.say({ kind: 'answer', session: this.session, sdp: connection.localDescription!.sdp });
  }

  private transceiver(mid: string): RTCRtpTransceiver | undefined {
    return this.receiver?.getTransceivers().find((each) => each.mid === mid);
  }

  private connect(direction: Direction): RTCPeerConnection {
    const connection = new RTCPeerConnection({ iceServers: this.host.iceServers(), bundlePolicy: 'max-bundle' });
    // behind what is under way: a candidate must not overtake the description to which it belongs
    connection.onicecandidate = ({ candidate }) =>
      this.then(async () => this.host.say({ kind: 'candidate', session: this.session, direction, candidate: candidate?.toJSON() ?? null }));
    connection.onconnectionstatechange = () => {
      if (connection.connectionState !== 'failed' || this.hasAsked) return;
      this.hasAsked = true;
      this.host.say({ kind: 'again', session: this.session });
    };
    return connection;
  }

  private end(connection: RTCPeerConnection | null): void {
    if (!connection) return;
    connection.onicecandidate = connection.onconnectionstatechange = null;
    connection.close();
  }

  private then(what: () => Promise<unknown>): void {
    this.chain = this.chain.then(async () => { if (!this.isClosed) await what(); }).catch(() => undefined);
  }
}
