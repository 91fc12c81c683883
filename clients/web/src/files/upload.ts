import type { Pause } from '../room/inTime';
import { ErrorCode } from '../room/protocol';
import { firstPiece, nextPiece, pieceAfterBreak } from './pieceSize';
import type { LineAnswer, Standing, UploadFile, UploadLine } from './uploadLine';
import type { UploadMemory } from './uploadMemory';

/**
 * sending: it goes on; waiting: the line is cut, and it is tried again by itself; paused: until one wants to go on; failed: the house says why not, or has not
 * answered for long; done: the file is there; ended: given up, and nothing is left of it.
 */
export type UploadPhase = 'sending' | 'waiting' | 'paused' | 'failed' | 'done' | 'ended';

export type UploadView = {
  readonly phase: UploadPhase;
  /** Bytes that the house has. */
  readonly sent: number;
  /** Why it has failed. */
  readonly error: number;
  /** Id of the file, once it is there. */
  readonly file: string;
};

export type UploadMeans = {
  readonly line: UploadLine;
  readonly memory: UploadMemory;
  readonly now: () => number;
  /** Between one try and the next. */
  readonly pause: Pick<Pause, 'for' | 'cutShort'>;
};

/** After these it is tried again; whatever is wrong with the file itself stays so. */
const passing: ReadonlySet<number> = new Set([ErrorCode.unavailable, ErrorCode.tooManyCalls, ErrorCode.uploadBusy, ErrorCode.uploadOffsetWrong, ErrorCode.checksumWrong]);

/** Between one try and the next; after the last of them one is asked. */
const pauses = [500, 1000, 2000, 4000, 8000, 15_000, 15_000, 30_000, 30_000, 30_000] as const;

/** Brings a file into the house, piece by piece. Each time something goes wrong the house is asked how far it is, and it goes on from there. */
export class Upload {
  private address: string | null;
  /** What the house has is known, and need not be asked. */
  private isSure = false;
  private sent = 0;
  private piece = firstPiece;
  private run: AbortController | null = null;
  private going: Promise<void> = Promise.resolve();

  constructor(
    private readonly file: UploadFile, private readonly stand: string, private readonly means: UploadMeans, private readonly tell: (view: UploadView) => void,
  ) {
    this.address = means.memory.find(stand, file);
  }

  /** Begins, or goes on; over when it is done, has failed or is stopped. */
  go(): Promise<void> {
    if (this.run) return this.going;
    const run = new AbortController();
    this.run = run;
    this.isSure = false;
    // what was stopped has to end first
    this.going = this.going.then(() => this.goOn(run)).finally(() => { if (this.run === run) this.run = null; });
    return this.going;
  }

  /** The line may be there again: it is tried at once. */
  hurry(): void {
    this.means.pause.cutShort();
  }

  pause(): void {
    if (this.stop()) this.say('paused');
  }

  /** Gives it up; over when nothing is left in the house, as far as it can be reached. */
  async end(): Promise<void> {
    this.stop();
    this.say('ended');
    await this.going;
    if (this.address) await this.means.line.end(this.address);
    this.forget();
  }

  private async goOn(run: AbortController): Promise<void> {
    let breaks = 0;
    let most = this.sent;
    while (!run.signal.aborted) {
      this.say(breaks === 0 ? 'sending' : 'waiting');
      const answer = await this.step(run.signal);
      if (run.signal.aborted) return;
      if (!('error' in answer)) {
        if (answer.value.file !== null) return this.finish(answer.value.file);
        if (this.sent > most) [most, breaks] = [this.sent, 0];
        continue;
      }
      if (answer.error === ErrorCode.uploadUnknown) this.forget();
      else if (!passing.has(answer.error)) return this.fail(answer.error);
      this.isSure = false;
      this.piece = pieceAfterBreak(this.piece);
      if (breaks === pauses.length) return this.fail(answer.error);
      this.say('waiting');
      await this.means.pause.for(pauses[breaks++]);
    }
  }

  /** One question to the house: for an upload, how far it is, or whether it takes the next piece. */
  private async step(signal: AbortSignal): Promise<LineAnswer<Standing>> {
    const { line, memory, now } = this.means;
    if (this.address === null) {
      const begun = await line.begin(this.stand, this.file);
      if ('error' in begun) return begun;
      this.address = begun.value;
      memory.keep(this.stand, this.file, begun.value);
      return this.note({ value: { offset: 0, file: null } });
    }
    if (!this.isSure) return this.note(await line.look(this.address, this.file, signal));
    const begin = now();
    const answer = await line.append(this.address, this.sent, this.file.slice(this.sent, this.sent + this.piece), signal);
    if (!('error' in answer)) this.piece = nextPiece(this.piece, now() - begin);
    return this.note(answer);
  }

  private note(answer: LineAnswer<Standing>): LineAnswer<Standing> {
    if (!('error' in answer)) [this.sent, this.isSure] = [answer.value.offset, true];
    return answer;
  }

  private finish(file: string): void {
    this.forget();
    this.tell({ phase: 'done', sent: this.file.size, error: ErrorCode.none, file });
  }

  private fail(error: number): void {
    this.tell({ phase: 'failed', sent: this.sent, error, file: '' });
  }

  private say(phase: UploadPhase): void {
    this.tell({ phase, sent: this.sent, error: ErrorCode.none, file: '' });
  }

  /** True when something was going on. */
  private stop(): boolean {
    const run = this.run;
    this.run = null;
    run?.abort();
    this.means.pause.cutShort();
    return run !== null;
  }

  private forget(): void {
    this.means.memory.forget(this.stand, this.file);
    [this.address, this.sent, this.isSure] = [null, 0, false];
  }
}
