import type { TalkInfo } from '../conversations/talkWire';
import { news } from '../news/news.svelte';
import { Protocol } from '../room/protocol';
import { settings } from '../settings/settings.svelte';
import { t } from '../words/words.svelte';
import { Devices } from './devices.svelte';
import { getIceServers } from './iceServers';
import { Mesh } from './mesh';
import { Mixer } from './mixer';
import { Partners } from './partners.svelte';
import type { Slot } from './peer';
import { Route } from './route';
import { readRouterSignal, type RouterRequest } from './routerSignal';

export type MediaHost = {
  /** Own member id. */
  me: () => string;
  memberOf: (handle: number) => string | null;
  send: (handle: number, signal: string) => void;
  /** Tells the house what is switched on. */
  sendMedia: (on: Record<Slot, boolean>) => void;
  placeOf: (handle: number) => { away: number; east: number } | null;
  /** What the room lets one show. */
  mayShow: (slot: 'camera' | 'screen') => boolean;
};

/** How often it is looked who speaks and how near they are, ms. */
const lookInterval = 100;

/** Voice, camera and screen of one person in the house. Without any device one hears and sees the others all the same. */
export class Media {
  readonly devices = new Devices();
  readonly mixer = new Mixer();
  readonly partners: Partners;
  /** One wants to be heard: kept from one conversation to the next. */
  wantsMicrophone = $state(false);
  /** The key of push-to-talk is held. */
  isPushed = $state(false);
  /** The media server is sought. */
  isWaiting = $state(false);
  private readonly mesh: Mesh;
  private route: Route | null = null;
  private iceServers: RTCIceServer[] = [];
  private isStopped = true;
  private talk = $state.raw<TalkInfo | null>(null);
  private me = $state(-1);
  private timer: ReturnType<typeof setInterval> | null = null;
  private renewal: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly host: MediaHost) {
    this.mesh = new Mesh({
      ...host,
      iceServers: () => this.iceServers,
      tracks: () => this.devices.tracks,
      received: (member, slot, track) => this.partners.received('mesh', member, slot, track),
      dropped: (member) => this.partners.ended('mesh', member),
    });
    this.partners = new Partners({
      placeOf: host.placeOf,
      isMono: () => settings.mono,
      hasArrived: async (way, member, speaks) => (way === 'mesh' ? this.mesh.hasArrived(member, speaks) : (this.route?.hasArrived(member, speaks) ?? false)),
      moved: (member, to) => this.mesh.moved(member, to),
    }, this.mixer);
    this.devices.changed = () => this.devicesChanged();
  }

  /** Whether one may be heard in the conversation one is in. */
  get mayBeHeard(): boolean {
    return this.own?.heard === true && this.own.sound;
  }

  /** Whether the others may see one's camera or screen. */
  mayShow(slot: 'camera' | 'screen'): boolean {
    return this.mayBeHeard && this.own?.hidden !== true && this.host.mayShow(slot);
  }

  /** The room lets one do other things than before. */
  rightsChanged(): void {
    for (const slot of ['camera', 'screen'] as const) if (this.devices.isWanted(slot) && this.talk && !this.mayShow(slot)) void this.devices.turn(slot, false);
  }

  /** For support and tests: the connections as the browser has them. */
  get connections(): RTCPeerConnection[] {
    return [...this.mesh.connections, ...(this.route?.connections ?? [])];
  }

  /** One goes into the house: an answer to a click, after which sound may be played. */
  async start(): Promise<void> {
    this.mixer.wake();
    this.isStopped = false;
    this.timer ??= setInterval(() => this.look(), lookInterval);
    void this.devices.look();
    if (settings.speaker) void this.mixer.useSpeaker(settings.speaker).catch(() => undefined);
    await this.renew();
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
    if (this.renewal) clearTimeout(this.renewal);
    this.timer = this.renewal = null;
    this.isStopped = true;
    this.talkChanged(null, -1);
  }

  /** How the own conversation is now. */
  talkChanged(talk: TalkInfo | null, me: number): void {
    const before = this.talk;
    this.talk = talk;
    this.me = me;
    const others = this.others();
    // a place at the media server belongs to one conversation
    if (before?.id !== talk?.id) this.leaveRoute();
    this.partners.follow(talk, others);
    this.mesh.follow(talk, others);
    this.route?.publish(this.mayBeHeard);
    if (!talk?.routed) this.isWaiting = false;
    if (!talk) {
      this.isPushed = false;
      return this.devices.release();
    }
    if (before?.id !== talk.id && !this.own?.sound) news.tell('sound', t('media.noSound'));
    // whoever may be heard again later says so again: no microphone opens by another's hand
    if (this.own?.heard === false) this.wantsMicrophone = false;
    this.rightsChanged();
    this.tellMedia();
    void this.sync();
  }

  signalled(from: number, signal: string): void {
    if (from === Protocol.mediaServer) this.hearRouter(signal);
    else this.mesh.hear(from, signal);
  }

  async toggle(slot: Slot): Promise<void> {
    this.mixer.wake();
    if (slot !== 'microphone') {
      const on = await this.devices.turn(slot, !this.devices.isWanted(slot));
      if (!this.talk) this.devices.release();
      else news.answer(t(on ? `media.${slot}On` : `media.${slot}Off`));
      return;
    }
    this.wantsMicrophone = !this.wantsMicrophone;
    await this.sync();
    if (this.wantsMicrophone && this.talk && this.mayBeHeard && !this.devices.tracks.microphone) this.wantsMicrophone = false;
    news.answer(t(this.wantsMicrophone ? 'media.microphoneOn' : 'media.microphoneOff'));
  }

  push(held: boolean): void {
    this.isPushed = held;
    this.open();
  }

  /** The setting of push-to-talk was changed. */
  open(): void {
    const { microphone } = this.devices.tracks;
    if (microphone) microphone.enabled = !settings.pushToTalk || this.isPushed;
  }

  private get own() {
    return this.talk?.people.find(({ handle }) => handle === this.me);
  }

  private others(): Map<string, number> {
    const others = new Map<string, number>();
    if (!this.own?.sound) return others;
    for (const { handle, sound } of this.talk!.people) {
      const member = handle === this.me ? null : this.host.memberOf(handle);
      if (member && sound) others.set(member, handle);
    }
    return others;
  }

  private look(): void {
    this.partners.listen(this.me);
    this.mesh.remind(performance.now());
    // everybody has everybody without it
    if (this.route && this.talk && !this.talk.routed && this.partners.areAllBy('mesh') && this.partners.members.every((member) => this.mesh.hasMoved(member, 'mesh'))) {
      this.say({ kind: 'done', session: this.route.session });
      this.leaveRoute();
    }
  }

  private hearRouter(written: string): void {
    const signal = readRouterSignal(written);
    if (!signal || !this.talk) return;
    if (signal.kind === 'waiting') {
      if (!this.isWaiting && this.talk.routed) news.tell('sound', t('media.waiting'));
      this.isWaiting = true;
      return;
    }
    if (signal.kind !== 'seated') return this.route?.hear(signal);
    if (this.isWaiting) news.tell('sound', t('media.back'));
    this.isWaiting = false;
    this.leaveRoute();
    this.route = new Route(signal.session, {
      say: (said) => this.say(said),
      iceServers: () => this.iceServers,
      received: (member, slot, track) => this.partners.received('route', member, slot, track),
      ended: (member, slot) => this.partners.ended('route', member, slot),
    });
    this.route.use(this.devices.tracks);
    this.route.publish(this.mayBeHeard);
  }

  private leaveRoute(): void {
    if (this.talk?.routed) this.mesh.stay();
    this.route?.close();
    this.route = null;
    this.partners.endedAll('route');
  }

  private say(signal: RouterRequest): void {
    this.host.send(Protocol.mediaServer, JSON.stringify(signal));
  }

  private devicesChanged(): void {
    const { tracks } = this.devices;
    // what was asked for in a conversation and came when that was over
    if (!this.talk && (tracks.microphone ?? tracks.camera ?? tracks.screen)) return this.devices.release();
    if (!tracks.microphone) this.isPushed = false;
    this.open();
    this.mesh.use(tracks);
    this.route?.use(tracks);
    this.partners.measureOwn(tracks.microphone);
    this.tellMedia();
  }

  /** The house knows what is on; where it does not it is told. */
  private tellMedia(): void {
    if (!this.own) return;
    const { microphone, camera, screen } = this.devices.tracks;
    const on = { microphone: microphone !== null, camera: camera !== null, screen: screen !== null };
    if (on.microphone !== this.own.microphone || on.camera !== this.own.camera || on.screen !== this.own.screen) this.host.sendMedia(on);
  }

  /** What is recorded is what is wanted and allowed, and nothing outside of a conversation. */
  private async sync(): Promise<void> {
    await this.devices.turn('microphone', this.isWanted);
    // it takes a while until somebody has allowed it, and meanwhile it may have become unwanted
    if (!this.isWanted) await this.devices.turn('microphone', false);
    if (!this.talk || !this.mayBeHeard) this.devices.release();
    this.open();
  }

  private get isWanted(): boolean {
    return this.wantsMicrophone && this.talk !== null && this.mayBeHeard;
  }

  private async renew(): Promise<void> {
    const { iceServers, seconds } = await getIceServers();
    if (this.isStopped) return;
    if (iceServers) this.iceServers = iceServers;
    this.renewal = setTimeout(() => void this.renew(), Math.max(60, seconds / 2) * 1000);
  }
}
