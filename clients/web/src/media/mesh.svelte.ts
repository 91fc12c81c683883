import type { TalkInfo } from '../conversations/talkWire';
import type { Devices } from './devices.svelte';
import { loudnessAt, panAt } from './loudness';
import { readSignal, type MediaState } from './mediaSignal';
import type { Mixer, Voice } from './mixer';
import { Peer, type Slot } from './peer';

/** Somebody with whom one is connected. */
export type Partner = { member: string; handle: number; state: MediaState; camera: MediaStreamTrack | null; screen: MediaStreamTrack | null; volume: number };

export type MeshHost = {
  /** Own member id. */
  me: () => string;
  memberOf: (handle: number) => string | null;
  send: (handle: number, signal: string) => void;
  iceServers: () => RTCIceServer[];
  /** How far somebody is away, and how far to the east of it; null when out of sight. */
  placeOf: (handle: number) => { away: number; east: number } | null;
  isMono: () => boolean;
};

type Link = { peer: Peer; handle: number; voice: Voice | null; state: MediaState; camera: MediaStreamTrack | null; screen: MediaStreamTrack | null };

const nothing: MediaState = { microphone: false, camera: false, screen: false };

/**
 * Sound and picture between the people of one conversation, each browser connected with each. Who is connected is what the house says and nothing else;
 * connections are by member, so that a room that has come up anew with other numbers interrupts nobody.
 */
export class Mesh {
  partners = $state.raw<readonly Partner[]>([]);
  /** Handles of those who are speaking. */
  speaking = $state.raw<ReadonlySet<number>>(new Set());
  /** How loud each is to be, by member; 1 when nothing is said. */
  readonly volumes = new Map<string, number>();
  private readonly links = new Map<string, Link>();
  private heard = new Set<string>();
  private own: Voice | null = null;
  private ownTrack: MediaStreamTrack | null = null;
  private talk: TalkInfo | null = null;

  constructor(private readonly host: MeshHost, private readonly devices: Devices, private readonly mixer: Mixer) {
    devices.changed = () => this.devicesChanged();
  }

  /** The own conversation is as this from now on, or there is none. */
  follow(talk: TalkInfo | null, me: number): void {
    this.talk = talk;
    const own = talk?.people.find(({ handle }) => handle === me);
    const wanted = new Map<string, number>();
    this.heard = new Set();
    if (own?.sound)
      for (const { handle, sound, heard } of talk!.people) {
        const member = handle === me ? null : this.host.memberOf(handle);
        if (!member || !sound) continue;
        wanted.set(member, handle);
        if (heard) this.heard.add(member);
      }
    for (const [member, link] of this.links) {
      const handle = wanted.get(member);
      if (handle === undefined) this.drop(member);
      else link.handle = handle;
    }
    for (const [member, handle] of wanted)
      if (!this.links.has(member) && this.host.me() < member) this.connect(member, handle, crypto.randomUUID());
    this.show();
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
    if (link?.peer.session === signal.session) link.peer.hear(signal);
  }

  /** Looks who speaks, and lets everybody be as loud as they are near; called some times a second. */
  listen(me: number): void {
    const speaking = new Set<number>();
    for (const [member, { voice, handle }] of this.links) {
      if (!voice) continue;
      const place = this.host.placeOf(handle);
      const isHeard = this.heard.has(member);
      voice.setVolume(isHeard ? (this.volumes.get(member) ?? 1) * loudnessAt(place?.away ?? 0) : 0);
      voice.setPan(place && !this.host.isMono() ? panAt(place.east) : 0);
      if (isHeard && voice.speaks) speaking.add(handle);
    }
    if (this.own?.speaks) speaking.add(me);
    if (speaking.size !== this.speaking.size || [...speaking].some((handle) => !this.speaking.has(handle))) this.speaking = speaking;
  }

  /** Loudness of the own microphone, 0 to 1, for a meter. */
  get ownLevel(): number {
    return this.own?.level ?? 0;
  }

  setVolume(member: string, volume: number): void {
    this.volumes.set(member, volume);
    this.show();
  }

  /** For tests and the self-test: the connections as the browser has them. */
  get connections(): RTCPeerConnection[] {
    return [...this.links.values()].map(({ peer }) => peer.connection);
  }

  private connect(member: string, handle: number, session: string): Link {
    const link: Link = { peer: null!, handle, voice: null, state: nothing, camera: null, screen: null };
    link.peer = new Peer(session, this.host.me() < member, {
      send: (signal) => this.host.send(link.handle, signal),
      iceServers: this.host.iceServers,
      received: (slot, track) => this.receive(link, slot, track),
      stateChanged: (state) => {
        link.state = state;
        this.show();
      },
      lost: () => undefined,
    });
    this.links.set(member, link);
    link.peer.use(this.devices.tracks);
    this.show();
    return link;
  }

  private receive(link: Link, slot: Slot, track: MediaStreamTrack): void {
    if (slot === 'microphone') {
      link.voice?.close();
      link.voice = this.mixer.add(track);
      link.voice.setVolume(0); // until it is known that this person may be heard, at the next look
    } else link[slot] = track;
    this.show();
  }

  private drop(member: string): void {
    const link = this.links.get(member);
    if (!link) return;
    this.links.delete(member);
    link.voice?.close();
    link.peer.close();
  }

  private devicesChanged(): void {
    const { tracks } = this.devices;
    for (const { peer } of this.links.values()) peer.use(tracks);
    if (tracks.microphone === this.ownTrack) return;
    this.own?.close();
    this.ownTrack = tracks.microphone;
    this.own = tracks.microphone && this.mixer.measure(tracks.microphone);
  }

  private show(): void {
    this.partners = [...this.links].map(([member, { handle, state, camera, screen }]) =>
      ({ member, handle, state, camera: state.camera ? camera : null, screen: state.screen ? screen : null, volume: this.volumes.get(member) ?? 1 }));
  }
}
