import { errorWords } from '../house/errorWords';
import { news } from '../news/news.svelte';
import { ErrorCode } from '../room/protocol';
import { t } from '../words/words.svelte';
import type { CardPreview, ExchangeChanged } from './cardWire';
import { begin, closed, find, hear, pending, saidYes, without, type Exchange, type ExchangeList } from './exchangeList';

/** What exchanges need of the house around them. */
export type ExchangeHost = { ask: (method: string, request?: unknown) => Promise<number> };

/** The exchanges of cards that one is in the middle of. What came of them is kept by the house. */
export class Exchanges {
  all = $state.raw<ExchangeList>([]);
  /** With whom one is at it in the dialog: their id, or null. */
  open = $state<string | null>(null);

  constructor(private readonly host: ExchangeHost) {}

  with(member: string): Exchange | undefined {
    return find(this.all, member);
  }

  pending(now: number): Exchange[] {
    return pending(this.all, now);
  }

  /** Opens the dialog with somebody, where it stands. */
  begin(member: string, name: string): void {
    this.all = begin(this.all, member, name, Date.now());
    this.open = member;
  }

  hear(changed: ExchangeChanged): void {
    const { name, state, member } = changed;
    this.all = hear(this.all, changed);
    if (state === 'declined' && this.open === member) this.open = null;
    news.answer(t(`exchange.${state}`, { name }));
  }

  /** Says yes to exactly that; the number of the refusal, or 0. */
  async agree(member: string, { fields, wording, seal }: CardPreview, id: string): Promise<number> {
    const before = this.with(member);
    const error = await this.host.ask('OfferCard', { member, id, fields, wording, seal });
    if (error === ErrorCode.none) {
      this.all = saidYes(this.all, before, Date.now());
      // to who has been asked it is said with what came of it
      if (before?.state === 'choosing' && this.with(member)?.state === 'waiting') news.answer(t('exchange.offered', { name: before.name }));
    }
    if (error === ErrorCode.exchangeOver) {
      this.drop(member);
      news.answer(errorWords(error));
    }
    return error;
  }

  /** Says no, or no longer wants to. */
  async decline(member: string): Promise<void> {
    const name = this.with(member)?.name ?? '';
    this.drop(member);
    const error = await this.host.ask('DeclineCards', { member });
    news.answer(error === ErrorCode.none || error === ErrorCode.exchangeOver ? t('exchange.youDeclined', { name }) : errorWords(error));
  }

  close(): void {
    if (this.open !== null) this.all = closed(this.all, this.open);
    this.open = null;
  }

  /** Is done with it. */
  drop(member: string): void {
    this.all = without(this.all, member);
    if (this.open === member) this.open = null;
  }
}
