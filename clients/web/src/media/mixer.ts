/** Loudness above which somebody is said to speak: root mean square of the samples, 0 to 1. */
const speaking = 0.02;

export type Voice = {
  /** 0 to 2. */
  setVolume(volume: number): void;
  /** -1 is left, 1 right. */
  setPan(pan: number): void;
  /** Root mean square of what was heard just now, before the volume. */
  readonly level: number;
  readonly speaks: boolean;
  close(): void;
};

/** Brings voices to the ear: each with a volume and a place between left and right, and says who speaks. */
export class Mixer {
  private context: AudioContext | null = null;
  private out: { gain: GainNode; analyser: AnalyserNode } | null = null;

  /** To be called in an answer to a click or key: browsers let nothing sound before. */
  wake(): void {
    void this.audio.resume().catch(() => undefined);
  }

  get audio(): AudioContext {
    return (this.context ??= new AudioContext({ latencyHint: 'interactive' }));
  }

  /** How loud all of it is that comes to the ear just now: root mean square, 0 to 1. */
  get loudness(): number {
    return this.out ? levelOf(this.out.analyser) : 0;
  }

  /** Lets a track be heard. */
  add(track: MediaStreamTrack): Voice {
    return this.connect(track, true);
  }

  /** Measures a track without letting it be heard: the own microphone. */
  measure(track: MediaStreamTrack): Voice {
    return this.connect(track, false);
  }

  /** A tone of half a second, so that one hears where it comes from. */
  tone(): void {
    const { audio } = this;
    this.wake();
    const [oscillator, gain] = [new OscillatorNode(audio, { frequency: 440 }), new GainNode(audio, { gain: 0.2 })];
    oscillator.connect(gain).connect(audio.destination);
    gain.gain.setTargetAtTime(0, audio.currentTime + 0.4, 0.05);
    oscillator.start();
    oscillator.stop(audio.currentTime + 0.7);
  }

  /** The loudspeaker, where the browser lets one choose; false where not. */
  async useSpeaker(id: string): Promise<boolean> {
    const audio = this.audio as AudioContext & { setSinkId?: (id: string) => Promise<void> };
    if (!audio.setSinkId) return false;
    await audio.setSinkId(id);
    return true;
  }

  private get output(): GainNode {
    if (!this.out) {
      const { audio } = this;
      this.out = { gain: new GainNode(audio), analyser: new AnalyserNode(audio, { fftSize: 1024 }) };
      this.out.gain.connect(audio.destination);
      this.out.gain.connect(this.out.analyser);
    }
    return this.out.gain;
  }

  private connect(track: MediaStreamTrack, isHeard: boolean): Voice {
    const { audio } = this;
    const stream = new MediaStream([track]);
    // Chromium gives WebAudio nothing of a remote track that no element plays
    const element = isHeard ? new Audio() : null;
    if (element) {
      element.muted = true;
      element.srcObject = stream;
      void element.play().catch(() => undefined);
    }
    const source = audio.createMediaStreamSource(stream);
    const analyser = new AnalyserNode(audio, { fftSize: 1024 });
    const gain = new GainNode(audio);
    const panner = new StereoPannerNode(audio);
    source.connect(analyser);
    if (isHeard) source.connect(gain).connect(panner).connect(this.output);
    const level = () => levelOf(analyser);
    return {
      // a step in loudness is heard as a click
      setVolume: (volume) => gain.gain.setTargetAtTime(volume, audio.currentTime, 0.05),
      setPan: (pan) => panner.pan.setTargetAtTime(pan, audio.currentTime, 0.05),
      get level() { return level(); },
      get speaks() { return level() > speaking; },
      close: () => {
        for (const node of [source, analyser, gain, panner]) node.disconnect();
        if (element) element.srcObject = null;
      },
    };
  }
}

function levelOf(analyser: AnalyserNode): number {
  const samples = new Float32Array(analyser.fftSize);
  analyser.getFloatTimeDomainData(samples);
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}
