import type { TalkInfo } from '../conversations/talkWire';
import { loudnessAt, panAt } from './loudness';
import type { Way } from './mediaSignal';
import type { Mixer, Voice } from './mixer';
import type { Slot } from './peer';

/** Somebody with whom one has sound and picture. */
export type Partner = { member: string; handle: number; microphone: boolean; camera: MediaStreamTrack | null; screen: MediaStreamTrack | null; volume: number };

export type PartnersHost = {
  /** How far somebody is away, and how far to the east of it; null when out of sight. */
  placeOf: (handle: number) => { away: number; east: number } | null;
  isMono: () => boolean;
  hasArrived: (way: Way, member: string, speaks: boolean) => Promise<boolean>;
  /** Somebody comes by the way that is meant, and the other is not needed any more. */
  moved: (member: string, to: Way) => void;
};

type Coming = { voice: Voice | null; camera: MediaStreamTrack | null; screen: MediaStreamTrack | null };
type Company = { handle: number; heard: boolean; microphone: boolean; camera: boolean; screen: boolean; by: Way | null; isLooking: boolean; mesh: Coming; route: Coming };

/** The new way is heard before the old one is given up: as long as it takes to fade in, ms. */
const fade = 300;

const nothing = (): Coming => ({ voice: null, camera: null, screen: null });

/**
 * Those whom one hears and sees, whichever way they come. While sound moves from one way to the other somebody may come by both: one goes on hearing the
 * old until the new has arrived, and never both.
 */
export class Partners {
  all = $state.raw<readonly Partner[]>([]);
  /** Handles of those who are speaking. */
  speaking = $state.raw<ReadonlySet<number>>(new Set());
  /** How loud each is to be, by member; 1 when nothing is said. */
  private readonly volumes = new Map<string, number>();
  private readonly company = new Map<string, Company>();
  /** What came of people of whom it is not known yet that they are here. */
  private early: { way: Way; member: string; slot: Slot; track: MediaStreamTrack }[] = [];
  private wanted: Way = 'mesh';
  private own: Voice | null = null;
  private ownTrack: MediaStreamTrack | null = null;

  constructor(private readonly host: PartnersHost, private readonly mixer: Mixer) {}

  /** The own conversation is as this from now on. `others` are those in it with sound, by member, with their handles. */
  follow(talk: TalkInfo | null, others: ReadonlyMap<string, number>): void {
    const wanted: Way = talk?.routed ? 'route' : 'mesh';
    for (const [member, { mesh, route }] of this.company) {
      if (others.has(member)) continue;
      mesh.voice?.close();
      route.voice?.close();
      this.company.delete(member);
    }
    for (const [member, handle] of others) {
      const { heard, microphone, camera, screen } = talk!.people.find((each) => each.handle === handle)!;
      const known = this.company.get(member);
      if (known) {
        // whoever was silent until now was never heard to come by any way
        if (heard && microphone && !(known.heard && known.microphone)) known.by = null;
        Object.assign(known, { handle, heard, microphone, camera, screen });
      } else this.company.set(member, { handle, heard, microphone, camera, screen, by: null, isLooking: false, mesh: nothing(), route: nothing() });
    }
    this.wanted = wanted;
    if (!talk) this.speaking = new Set();
    const early = this.early.filter(({ member }) => this.company.has(member));
    this.early = talk ? this.early.filter((each) => !early.includes(each)) : [];
    for (const { way, member, slot, track } of early) this.received(way, member, slot, track);
    this.show();
  }

  received(way: Way, member: string, slot: Slot, track: MediaStreamTrack): void {
    const coming = this.company.get(member)?.[way];
    if (!coming) {
      this.early.push({ way, member, slot, track });
      return;
    }
    if (slot === 'microphone') {
      coming.voice?.close();
      coming.voice = this.mixer.add(track);
      coming.voice.setVolume(0); // until it is known that this person may be heard, and by this way
    } else coming[slot] = track;
    this.show();
  }

  /** Nothing, or nothing of one kind, comes by this way any more. */
  ended(way: Way, member: string, slot?: Slot): void {
    this.early = this.early.filter((each) => each.way !== way || each.member !== member || (slot !== undefined && each.slot !== slot));
    const known = this.company.get(member);
    if (!known) return;
    const coming = known[way];
    if (slot === undefined || slot === 'microphone') {
      coming.voice?.close();
      coming.voice = null;
    }
    if (slot === undefined || slot === 'camera') coming.camera = null;
    if (slot === undefined || slot === 'screen') coming.screen = null;
    if (slot === undefined && known.by === way) known.by = null;
    this.show();
  }

  /** The way broke as a whole. */
  endedAll(way: Way): void {
    for (const member of this.company.keys()) this.ended(way, member);
  }

  /** Whether everybody comes by this way. */
  areAllBy(way: Way): boolean {
    return [...this.company.values()].every(({ by }) => by === way);
  }

  get members(): string[] {
    return [...this.company.keys()];
  }

  /** By which way each comes, for support and tests. */
  get ways(): Record<string, Way | null> {
    return Object.fromEntries([...this.company].map(([member, { by }]) => [member, by]));
  }

  /** Looks who speaks, and lets everybody be as loud as they are near; called some times a second. */
  listen(me: number): void {
    const speaking = new Set<number>();
    for (const [member, each] of this.company) {
      if (each.by !== this.wanted && !each.isLooking) void this.look(member, each);
      if (this.let(member, each)) speaking.add(each.handle);
    }
    if (this.own?.speaks) speaking.add(me);
    if (speaking.size !== this.speaking.size || [...speaking].some((handle) => !this.speaking.has(handle))) this.speaking = speaking;
  }

  /** Loudness of the own microphone, 0 to 1, for a meter. */
  get ownLevel(): number {
    return this.own?.level ?? 0;
  }

  measureOwn(track: MediaStreamTrack | null): void {
    if (track === this.ownTrack) return;
    this.own?.close();
    this.ownTrack = track;
    this.own = track && this.mixer.measure(track);
  }

  setVolume(member: string, volume: number): void {
    this.volumes.set(member, volume);
    this.show();
  }

  /** Lets somebody be as loud as they are to be, by the one way; true when they are speaking. */
  private let(member: string, each: Company): boolean {
    const place = this.host.placeOf(each.handle);
    let speaks = false;
    for (const way of ['mesh', 'route'] as const) {
      const { voice } = each[way];
      if (!voice) continue;
      const isHeard = each.heard && this.wayOf(each) === way;
      voice.setVolume(isHeard ? (this.volumes.get(member) ?? 1) * loudnessAt(place?.away ?? 0) : 0);
      voice.setPan(place && !this.host.isMono() ? panAt(place.east) : 0);
      speaks ||= isHeard && voice.speaks;
    }
    return speaks;
  }

  private async look(member: string, each: Company): Promise<void> {
    const { wanted } = this;
    each.isLooking = true;
    const arrived = await this.host.hasArrived(wanted, member, each.heard && each.microphone).catch(() => false);
    each.isLooking = false;
    if (!arrived || wanted !== this.wanted || this.company.get(member) !== each) return;
    each.by = wanted;
    this.let(member, each);
    this.show();
    setTimeout(() => { if (this.company.get(member) === each && each.by === wanted) this.host.moved(member, wanted); }, fade);
  }

  /** Until it is known by which way somebody comes, it is the one by which anything does. */
  private wayOf({ by, mesh }: Company): Way {
    return by ?? (mesh.voice ? 'mesh' : 'route');
  }

  private show(): void {
    this.all = [...this.company].map(([member, each]) => {
      const { handle, microphone } = each;
      const pick = (slot: 'camera' | 'screen') => (each.heard && each[slot] ? (each[this.wayOf(each)][slot] ?? each.mesh[slot] ?? each.route[slot]) : null);
      return { member, handle, microphone, camera: pick('camera'), screen: pick('screen'), volume: this.volumes.get(member) ?? 1 };
    });
  }
}
