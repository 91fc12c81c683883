import type { TalkInfo } from '../conversations/talkWire';
import { news } from '../news/news.svelte';
import { settings } from '../settings/settings.svelte';
import { t } from '../words/words.svelte';
import { Devices } from './devices.svelte';
import { getIceServers } from './iceServers';
import { Mesh, type MeshHost } from './mesh.svelte';
import { Mixer } from './mixer';
import type { Slot } from './peer';

export type MediaHost = Omit<MeshHost, 'iceServers' | 'isMono'>;

/** How often it is looked who speaks and how near they are, ms. */
const lookInterval = 100;

/** Voice, camera and screen of one person in the house. Without any device one hears and sees the others all the same. */
export class Media {
  readonly devices = new Devices();
  readonly mixer = new Mixer();
  readonly mesh: Mesh;
  /** One wants to be heard: kept from one conversation to the next. */
  wantsMicrophone = $state(false);
  /** The key of push-to-talk is held. */
  isPushed = $state(false);
  private iceServers: RTCIceServer[] = [];
  private talk = $state.raw<TalkInfo | null>(null);
  private me = $state(-1);
  private timer: ReturnType<typeof setInterval> | null = null;
  private renewal: ReturnType<typeof setTimeout> | null = null;

  constructor(host: MediaHost) {
    this.mesh = new Mesh({ ...host, iceServers: () => this.iceServers, isMono: () => settings.mono }, this.devices, this.mixer);
  }

  /** Whether one may be heard in the conversation one is in. */
  get mayBeHeard(): boolean {
    return this.own?.heard === true && this.own.sound;
  }

  /** One goes into the house: an answer to a click, after which sound may be played. */
  async start(): Promise<void> {
    this.mixer.wake();
    this.timer ??= setInterval(() => this.mesh.listen(this.me), lookInterval);
    void this.devices.look();
    if (settings.speaker) void this.mixer.useSpeaker(settings.speaker).catch(() => undefined);
    await this.renew();
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
    if (this.renewal) clearTimeout(this.renewal);
    this.timer = this.renewal = null;
    this.talkChanged(null, -1);
  }

  /** How the own conversation is now. */
  talkChanged(talk: TalkInfo | null, me: number): void {
    const before = this.talk;
    this.talk = talk;
    this.me = me;
    this.mesh.follow(talk, me);
    if (!talk) return this.devices.release();
    if (before?.id !== talk.id && !this.own?.sound) news.tell('sound', t('media.noSound'));
    void this.sync();
  }

  signalled(from: number, signal: string): void {
    this.mesh.hear(from, signal);
  }

  async toggle(slot: Slot): Promise<void> {
    this.mixer.wake();
    if (slot !== 'microphone') {
      const on = await this.devices.turn(slot, this.devices.tracks[slot] === null);
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

  /** What is recorded is what is wanted and allowed, and nothing outside of a conversation. */
  private async sync(): Promise<void> {
    await this.devices.turn('microphone', this.wantsMicrophone && this.talk !== null && this.mayBeHeard);
    if (!this.talk) this.devices.release();
    else if (!this.mayBeHeard && this.devices.tracks.microphone) await this.devices.turn('microphone', false);
    this.open();
  }

  private async renew(): Promise<void> {
    const { iceServers, seconds } = await getIceServers();
    this.iceServers = iceServers;
    this.renewal = setTimeout(() => void this.renew(), Math.max(60, seconds / 2) * 1000);
  }
}
