import type { TalkInfo } from '../conversations/talkWire';
import { readSignal, type Way } from './mediaSignal';
import { hasArrived } from './hasArrived';
import { Peer, slots, type Slot, type Tracks } from './peer';

export type MeshHost = {
  /** Own member id. */
  me: () => string;
  memberOf: (handle: number) => string | null;
  send: (handle: number, signal: string) => void;
  iceServers: () => RTCIceServer[];
  tracks: () => Tracks;
  received: (member: string, slot: Slot, track: MediaStreamTrack) => void;
  dropped: (member: string) => void;
};

type Link = { peer: Peer; handle: number; said: Way | null; heard: Way | null };

/**
 * Connections between the people of one conversation, each browser with each. Who is connected is what the house says and nothing else; connections are
 * by member, so that a room that has come up anew with other numbers interrupts nobody. Where sound goes by the media server no new ones are made, and
 * those that there are end once both have each other by the other way.
 */
export class Mesh {
  private readonly links = new Map<string, Link>();
  private talk: TalkInfo | null = null;

  constructor(private readonly host: MeshHost) {}

  /** The own conversation is as this from now on, or there is none. `others` are those in it with sound, by member, with their handles. */
  follow(talk: TalkInfo | null, others: ReadonlyMap<string, number>): void {
    this.talk = talk;
    for (const [member, link] of this.links) {
      const handle = others.get(member);
      if (handle === undefined) this.drop(member);
      else link.handle = handle;
    }
    if (!talk || talk.routed) return this.endMoved();
    for (const [member, handle] of others)
      if (!this.links.has(member) && this.host.me() < member) this.connect(member, handle, crypto.randomUUID());
  }

  /** What another browser says. Only people of the own conversation are listened to, and the house passes nothing else on. */
  hear(handle: number, written: string): void {
    const signal = readSignal(written);
    const member = this.host.memberOf(handle);
    if (!signal || !member || !this.talk?.people.some((each) => each.handle === handle && each.sound)) return;
    let link = this.links.get(member);
    if (signal.kind === 'offer' && signal.session !== link?.peer.session && member < this.host.me()) {
      if (link) this.drop(member);
      link = this.connect(member, handle, signal.session);
    }
    if (!link || link.peer.session !== signal.session) return;
    if (signal.kind !== 'moved') return link.peer.hear(signal);
    link.heard = signal.to;
    this.endMoved();
  }

  use(tracks: Tracks): void {
    for (const { peer } of this.links.values()) peer.use(tracks);
  }

  has(member: string): boolean {
    return this.links.has(member);
  }

  /** Somebody can be heard by this way, or could if they said something. */
  async hasArrived(member: string, speaks: boolean): Promise<boolean> {
    const connection = this.links.get(member)?.peer.connection;
    return connection !== undefined && hasArrived(connection, connection.getTransceivers()[slots.indexOf('microphone')]?.receiver, speaks);
  }

  /** One has somebody by this way now: the connection with them is not needed any more, or from now on is the only one. */
  moved(member: string, to: Way): void {
    const link = this.links.get(member);
    if (!link || link.said === to) return;
    link.said = to;
    link.peer.say({ kind: 'moved', session: link.peer.session, to });
    this.endMoved();
  }

  /** Whether both have each other by this way. */
  hasMoved(member: string, to: Way): boolean {
    const link = this.links.get(member);
    return link?.said === to && link.heard === to;
  }

  get connections(): RTCPeerConnection[] {
    return [...this.links.values()].map(({ peer }) => peer.connection);
  }

  private endMoved(): void {
    if (!this.talk?.routed) return;
    for (const member of this.links.keys()) if (this.hasMoved(member, 'route')) this.drop(member);
  }

  private connect(member: string, handle: number, session: string): Link {
    const link: Link = { peer: null!, handle, said: null, heard: null };
    link.peer = new Peer(session, this.host.me() < member, {
      send: (signal) => this.host.send(link.handle, signal),
      iceServers: this.host.iceServers,
      received: (slot, track) => this.host.received(member, slot, track),
    });
    this.links.set(member, link);
    link.peer.use(this.host.tracks());
    return link;
  }

  private drop(member: string): void {
    const link = this.links.get(member);
    if (!link) return;
    this.links.delete(member);
    link.peer.close();
    this.host.dropped(member);
  }
}
