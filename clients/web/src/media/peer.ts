import { writeSignal, type MediaSignal } from './mediaSignal';

/** The three ways that run between two people, always in this order. */
export const slots = ['microphone', 'camera', 'screen'] as const;
export type Slot = (typeof slots)[number];
export type Tracks = Readonly<Record<Slot, MediaStreamTrack | null>>;

export type PeerHost = {
  send: (signal: string) => void;
  iceServers: () => RTCIceServer[];
  /** The other's tracks are there; they stay the same for the life of the connection. */
  received: (slot: Slot, track: MediaStreamTrack) => void;
};

const restartAfter = 4_000;
/** An offer that the other did not get is made again: its line may have been gone just then. */
const offerAgainAfter = 4_000;

/**
 * The connection to one other browser. All ways are laid out once; whatever is switched on or off later only changes tracks, without another negotiation.
 */
export class Peer {
  readonly connection: RTCPeerConnection;
  private readonly waiting: RTCIceCandidateInit[] = [];
  private tracks: Tracks = { microphone: null, camera: null, screen: null };
  private chain: Promise<void> = Promise.resolve();
  private restarting: ReturnType<typeof setTimeout> | null = null;
  private unanswered: ReturnType<typeof setTimeout> | null = null;
  private isClosed = false;

  /** @param offers This side begins; the other answers. */
  constructor(readonly session: string, private readonly offers: boolean, private readonly host: PeerHost) {
    this.connection = new RTCPeerConnection({ iceServers: host.iceServers(), bundlePolicy: 'max-bundle' });
    this.connection.onicecandidate = ({ candidate }) => this.say({ kind: 'candidate', session, candidate: candidate?.toJSON() ?? null });
    this.connection.oniceconnectionstatechange = () => this.watch();
    this.connection.ontrack = ({ track, transceiver }) => {
      const slot = slots[this.connection.getTransceivers().indexOf(transceiver)];
      if (slot) host.received(slot, track);
    };
    if (offers) {
      for (const slot of slots) this.connection.addTransceiver(slot === 'microphone' ? 'audio' : 'video', { direction: 'sendrecv' });
      this.offer();
    }
  }

  /** Sends these from now on. */
  use(tracks: Tracks): void {
    this.tracks = tracks;
    this.connection.getTransceivers().forEach(({ sender }, index) => {
      const track = tracks[slots[index]] ?? null;
      if (sender.track !== track) void sender.replaceTrack(track).catch(() => undefined);
    });
  }

  /** What the other says. One after the other: an answer must not overtake its offer. */
  hear(signal: MediaSignal): void {
    this.chain = this.chain.then(() => this.take(signal)).catch(() => undefined);
  }

  close(): void {
    this.isClosed = true;
    if (this.restarting) clearTimeout(this.restarting);
    if (this.unanswered) clearTimeout(this.unanswered);
    this.connection.onicecandidate = this.connection.oniceconnectionstatechange = this.connection.ontrack = null;
    this.connection.close();
  }

  private async take(signal: MediaSignal): Promise<void> {
    if (this.isClosed) return;
    const { connection } = this;
    switch (signal.kind) {
      case 'offer':
        await connection.setRemoteDescription({ type: 'offer', sdp: signal.sdp });
        for (const transceiver of connection.getTransceivers()) transceiver.direction = 'sendrecv';
        this.use(this.tracks);
        await connection.setLocalDescription();
        this.say({ kind: 'answer', session: this.session, sdp: connection.localDescription!.sdp });
        return this.addWaiting();
      case 'answer':
        if (connection.signalingState !== 'have-local-offer') return;
        await connection.setRemoteDescription({ type: 'answer', sdp: signal.sdp });
        return this.addWaiting();
      case 'candidate':
        if (!signal.candidate) return;
        if (connection.remoteDescription) await connection.addIceCandidate(signal.candidate);
        else this.waiting.push(signal.candidate);
        return;
      case 'again':
        if (this.offers) this.offer(true);
    }
  }

  private async addWaiting(): Promise<void> {
    for (const candidate of this.waiting.splice(0)) await this.connection.addIceCandidate(candidate);
  }

  private offer(restart = false): void {
    this.chain = this.chain.then(async () => {
      if (this.isClosed) return;
      if (restart) {
        this.connection.setConfiguration({ ...this.connection.getConfiguration(), iceServers: this.host.iceServers() });
        this.connection.restartIce();
      }
      await this.connection.setLocalDescription();
      if (this.unanswered) clearTimeout(this.unanswered);
      this.unanswered = setTimeout(() => { if (this.connection.signalingState === 'have-local-offer') this.offer(); }, offerAgainAfter);
      this.say({ kind: 'offer', session: this.session, sdp: this.connection.localDescription!.sdp });
    }).catch(() => undefined);
  }

  /** A way that broke is sought anew, by the one who offers. */
  private watch(): void {
    const { iceConnectionState } = this.connection;
    if (this.restarting) clearTimeout(this.restarting);
    this.restarting = null;
    if (iceConnectionState === 'failed') this.seek();
    else if (iceConnectionState === 'disconnected') this.restarting = setTimeout(() => this.seek(), restartAfter);
  }

  private seek(): void {
    if (this.offers) this.offer(true);
    else this.say({ kind: 'again', session: this.session });
  }

  say(signal: MediaSignal): void {
    if (!this.isClosed) this.host.send(writeSignal(signal));
  }
}
