import type { TalkInfo } from '../conversations/talkWire';
import { readSignal, writeSignal, type Way } from './mediaSignal';
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

type Link = { peer: Peer; handle: number; said: Way | null; saidAt: number; heard: Way | null };

/** What the other did not get, its line being gone just then, is said again after so long, ms. */
const sayAgainAfter = 2_000;

/**
 * Connections between the people of one conversation, each browser with each. Who is connected is what the house says and nothing else; connections are
 * by member, so that a room that has come up anew with other numbers interrupts nobody. Where sound goes by the media server no new ones are made, and
 * those that there are end once both have each other by the other way.
 */
export class Mesh {
  private readonly links = new Map<string, Link>();
  /** Since when one waits for somebody's offer. */
  private readonly missing = new Map<string, number>();
  private talk: TalkInfo | null = null;
  private others: ReadonlyMap<string, number> = new Map();

  constructor(private readonly host: MeshHost) {}

  /** The own conversation is as this from now on, or there is none. `others` are those in it with sound, by member, with their handles. */
  follow(talk: TalkInfo | null, others: ReadonlyMap<string, number>): void {
    this.talk = talk;
    this.others = others;
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
    if (signal.kind === 'again' && signal.session !== link?.peer.session && this.host.me() < member) {
      // it knows nothing of the connection that we believe to have, or we of none
      if (link) this.drop(member);
      if (!this.talk.routed) this.connect(member, handle, crypto.randomUUID());
      return;
    }
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
    this.sayMoved(link, to);
    this.endMoved();
  }

  /** The other way broke: whoever has not given up this one yet is to keep it. */
  stay(): void {
    for (const link of this.links.values()) if (link.said === 'route') this.sayMoved(link, 'mesh');
  }

  /** Says again what was not heard, and asks for what has not come; to be called now and then. */
  remind(now: number): void {
    for (const link of this.links.values()) if (link.said && link.heard !== link.said && now - link.saidAt > sayAgainAfter) this.sayMoved(link, link.said, now);
    for (const [member, handle] of this.others) {
      if (this.talk?.routed !== false || this.links.has(member) || this.host.me() < member) {
        this.missing.delete(member);
        continue;
      }
      const since = this.missing.get(member) ?? now;
      this.missing.set(member, now - since > sayAgainAfter ? now : since);
      if (now - since > sayAgainAfter) this.host.send(handle, writeSignal({ kind: 'again', session: '' }));
    }
  }

  /** Whether both have each other by this way. */
  hasMoved(member: string, to: Way): boolean {
    const link = this.links.get(member);
    return link?.said === to && link.heard === to;
  }

  get connections(): RTCPeerConnection[] {
    return [...this.links.values()].map(({ peer }) => peer.connection);
  }

  private sayMoved(link: Link, to: Way, now = performance.now()): void {
    [link.said, link.saidAt] = [to, now];
    link.peer.say({ kind: 'moved', session: link.peer.session, to });
  }

  private endMoved(): void {
    if (!this.talk?.routed) return;
    for (const member of this.links.keys()) if (this.hasMoved(member, 'route')) this.drop(member);
  }

  private connect(member: string, handle: number, session: string): Link {
    const link: Link = { peer: null!, handle, said: null, saidAt: 0, heard: null };
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
