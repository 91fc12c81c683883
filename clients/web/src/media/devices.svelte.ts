import { news } from '../news/news.svelte';
import { settings } from '../settings/settings.svelte';
import { t, type Key } from '../words/words.svelte';
import type { Slot, Tracks } from './peer';

export type DeviceKind = 'audioinput' | 'videoinput' | 'audiooutput';

const faults: Readonly<Record<string, Key>> = {
  NotAllowedError: 'media.fault.notAllowed', NotFoundError: 'media.fault.notFound', NotReadableError: 'media.fault.inUse', OverconstrainedError: 'media.fault.notFound',
};

/** The own microphone, camera and screen: nothing is asked for before it is wanted, and one can do without any of them. */
export class Devices {
  tracks = $state.raw<Tracks>({ microphone: null, camera: null, screen: null });
  list = $state.raw<readonly MediaDeviceInfo[]>([]);
  /** Told whenever what is sent changes. */
  changed: () => void = () => undefined;
  /** What is being switched on: the browser may ask somebody first. */
  private readonly opening = new Map<Slot, Promise<boolean>>();
  /** What was switched off again before it was on. */
  private readonly dropped = new Set<Slot>();

  get canUse(): boolean {
    return navigator.mediaDevices?.getUserMedia !== undefined;
  }

  get canShowScreen(): boolean {
    return navigator.mediaDevices?.getDisplayMedia !== undefined;
  }

  of(kind: DeviceKind): MediaDeviceInfo[] {
    return this.list.filter((device) => device.kind === kind && device.deviceId !== '');
  }

  async look(): Promise<void> {
    if (!navigator.mediaDevices?.enumerateDevices) return;
    this.list = await navigator.mediaDevices.enumerateDevices().catch(() => []);
    navigator.mediaDevices.ondevicechange ??= () => void this.look();
  }

  /** It is on, or will be when it has opened. */
  isWanted(slot: Slot): boolean {
    return this.tracks[slot] !== null || (this.opening.has(slot) && !this.dropped.has(slot));
  }

  /** True when it is on afterwards. */
  async turn(slot: Slot, on: boolean): Promise<boolean> {
    if (!on) {
      if (this.opening.has(slot)) this.dropped.add(slot);
      if (this.tracks[slot]) this.put(slot, null);
      return false;
    }
    if (this.tracks[slot]) return true;
    this.dropped.delete(slot);
    const coming = this.opening.get(slot) ?? this.start(slot).finally(() => this.opening.delete(slot));
    this.opening.set(slot, coming);
    return coming;
  }

  /** Another device was chosen: what is on goes over to it. */
  async switch(slot: 'microphone' | 'camera'): Promise<void> {
    if (!this.tracks[slot]) return;
    this.put(slot, null);
    await this.turn(slot, true);
  }

  /** Everything off, also what was about to come on; the browser's sign that one is recorded goes out. */
  release(): void {
    for (const slot of this.opening.keys()) this.dropped.add(slot);
    for (const slot of ['microphone', 'camera', 'screen'] as const) this.tracks[slot]?.stop();
    this.tracks = { microphone: null, camera: null, screen: null };
    this.changed();
  }

  private async start(slot: Slot): Promise<boolean> {
    try {
      const stream = await this.open(slot);
      const [track] = slot === 'microphone' ? stream.getAudioTracks() : stream.getVideoTracks();
      if (!track) return false;
      if (this.dropped.has(slot)) {
        track.stop();
        return false;
      }
      track.onended = () => { if (this.tracks[slot] === track) this.put(slot, null); };
      this.put(slot, track);
      void this.look(); // names of devices are told only from now on
      return true;
    } catch (fault) {
      const name = fault instanceof Error ? fault.name : '';
      // who closes the browser's window of screens has changed their mind, and so has who switched it off again
      if (!this.dropped.has(slot) && !(slot === 'screen' && name === 'NotAllowedError')) news.answer(t(faults[name] ?? 'media.fault.other', { device: t(`media.${slot}`) }));
      return false;
    }
  }

  private open(slot: Slot): Promise<MediaStream> {
    if (slot === 'screen') return navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { max: 15 } } });
    if (slot === 'camera')
      return navigator.mediaDevices.getUserMedia({ video: { deviceId: chosen(settings.camera), width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 25, min: 20 } } });
    return navigator.mediaDevices.getUserMedia({ audio: { deviceId: chosen(settings.microphone), echoCancellation: true, noiseSuppression: true, autoGainControl: true } });
  }

  private put(slot: Slot, track: MediaStreamTrack | null): void {
    this.tracks[slot]?.stop();
    this.tracks = { ...this.tracks, [slot]: track };
    this.changed();
  }
}

function chosen(id: string): ConstrainDOMString | undefined {
  return id ? { ideal: id } : undefined;
}
