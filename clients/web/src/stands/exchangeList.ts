import type { Card, ExchangeChanged } from './cardWire';

/** choosing: one has begun it and not yet said yes; waiting: one has; asked: the other has; agreed: both have, and `card` is theirs. */
export type Exchange = { member: string; name: string; state: 'choosing' | 'waiting' | 'asked' | 'agreed'; until: number; card: Card | null };
/** One with each person. */
export type ExchangeList = readonly Exchange[];

/** So long the house waits for the other's yes, ms. */
export const patience = 10 * 60_000;

export const find = (all: ExchangeList, member: string): Exchange | undefined => all.find((each) => each.member === member);

export const without = (all: ExchangeList, member: string): ExchangeList => all.filter((each) => each.member !== member);

/** Those of which there is something to say beside the floor at this moment. */
export const pending = (all: ExchangeList, now: number): Exchange[] => all.filter(({ state, until }) => state === 'agreed' || (state !== 'choosing' && until > now));

/** One turns to somebody: where it stands, or anew where it is over. */
export function begin(all: ExchangeList, member: string, name: string, now: number): ExchangeList {
  const known = find(all, member);
  return known && (known.state === 'agreed' || known.until > now) ? all : put(all, { member, name, state: 'choosing', until: 0, card: null });
}

/** What the house tells of one. */
export function hear(all: ExchangeList, { member, name, state, until, card }: ExchangeChanged): ExchangeList {
  return state === 'declined' ? without(all, member) : put(all, { member, name, state, until, card });
}

/** The house has taken one's yes. What came of it may have been told meanwhile, and counts: `before` is how it stood as one said it. */
export function saidYes(all: ExchangeList, before: Exchange | undefined, now: number): ExchangeList {
  return before && find(all, before.member) === before ? put(all, { ...before, state: 'waiting', until: now + patience }) : all;
}

/** One has closed the dialog: what one has seen, or does not begin after all, is over. */
export function closed(all: ExchangeList, member: string): ExchangeList {
  const state = find(all, member)?.state;
  return state === 'agreed' || state === 'choosing' ? without(all, member) : all;
}

const put = (all: ExchangeList, exchange: Exchange): ExchangeList => [...without(all, exchange.member), exchange];
