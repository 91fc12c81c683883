import { news } from '../news/news.svelte';
import { ErrorCode } from '../room/protocol';
import type { EnterResult, PlaceFree, WaitResult } from '../room/wire';
import { t } from '../words/words.svelte';
import { errorWords } from './errorWords';

/** How often one asks again while one waits, ms: the queue moves on, and a machine may have lost it. */
const askAgainInterval = 20_000;

/** A room that had no place, or where moderators let people in: which, how many wait before one (null: not waiting), and what is said about it. */
export type FullRoom = { room: string; ahead: number | null; asks: boolean; notice: string };

/** What waiting needs of the house around it. */
export type WaitingHost = {
  wait: (room: string) => Promise<WaitResult | undefined>;
  stopWaiting: () => void;
  enter: (room: string) => void;
  roomName: (id: string) => string;
  /** Says why one does not come in. */
  refuse: (words: string) => void;
};

/** Waiting before a room: for a place, or for a moderator who lets one in. */
export class Waiting {
  full = $state.raw<FullRoom | null>(null);
  /** The room before which one has asked to wait last. */
  private asked = '';
  private askingAgain: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: WaitingHost) {}

  get isWaiting(): boolean {
    return this.full !== null && this.full.ahead !== null;
  }

  /** True for a refusal for which one can wait. */
  heed(room: string, result: EnterResult): boolean {
    if (result.error !== ErrorCode.roomFull && result.error !== ErrorCode.roomWaiting) return false;
    const asks = result.error === ErrorCode.roomWaiting;
    this.full = { room: result.room ?? room, ahead: null, asks, notice: asks ? result.reason : '' };
    news.answer(t(asks ? 'full.askSaid' : 'full.said', { room: this.host.roomName(this.full.room) }));
    return true;
  }

  async wait(): Promise<void> {
    if (!this.full) return;
    const { room, notice } = this.full;
    this.asked = room;
    const { error, ahead, asks } = (await this.host.wait(room)) ?? { error: ErrorCode.unavailable, ahead: 0, asks: false };
    if (this.full?.room !== room) {
      // one wants it no more; where one asks to wait elsewhere by now, that is not to be stopped
      if (this.asked === room) this.host.stopWaiting();
      return;
    }
    if (error !== ErrorCode.none) return news.answer(errorWords(error));
    this.full = { room, ahead, asks, notice };
    news.answer(t(asks ? 'full.asking' : 'full.waiting', { room: this.host.roomName(room), count: ahead }));
    this.askAgainLater(room);
  }

  /** Does not want to any more. */
  forget(): void {
    const waited = this.isWaiting;
    this.full = null;
    if (waited) this.host.stopWaiting();
  }

  placeFree({ room, turnedAway }: PlaceFree): void {
    // one may have gone elsewhere meanwhile; nobody is fetched away from there
    if (this.full?.room !== room || turnedAway) this.host.stopWaiting();
    if (this.full?.room !== room) return;
    if (turnedAway) {
      this.full = null;
      return this.host.refuse(t('full.turnedAway', { room: this.host.roomName(room) }));
    }
    news.answer(t('full.placeFree', { room: this.host.roomName(room) }));
    this.host.enter(room);
  }

  private askAgainLater(room: string): void {
    clearTimeout(this.askingAgain);
    this.askingAgain = setTimeout(() => void this.askAgain(room), askAgainInterval);
  }

  private async askAgain(room: string): Promise<void> {
    if (!this.isWaiting || this.full?.room !== room) return;
    const answer = await this.host.wait(room);
    if (!this.isWaiting || this.full?.room !== room) return;
    if (answer?.error === ErrorCode.none) this.full = { ...this.full, ahead: answer.ahead, asks: answer.asks };
    else if (answer && answer.error !== ErrorCode.unavailable && answer.error !== ErrorCode.tooManyCalls) {
      // shut, or not for one any more
      this.full = null;
      return this.host.refuse(errorWords(answer.error));
    }
    this.askAgainLater(room);
  }
}
