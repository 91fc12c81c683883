import type { Facets, FacetCount } from './findWire';

/** What somebody looks for. Empty filters are none. */
export type FindQuery = {
  words: string; topic: string; challenge: string; room: string; language: string;
  kind: '' | 'stand' | 'material';
  /** Only where somebody of the stand is now. */
  staffed: boolean;
  nearest: boolean;
};

export const noQuery: FindQuery = { words: '', topic: '', challenge: '', room: '', language: '', kind: '', staffed: false, nearest: false };

/** Filters that are chosen from a list. */
export const chosenFilters = ['room', 'topic', 'challenge', 'language'] as const;
export type ChosenFilter = (typeof chosenFilters)[number];

/** So much is found at once; the house gives no more than 50. */
export const pageSize = 20;

export type Here = { room: string; x: number; y: number };

/** As the house is asked. */
export function addressOf(query: FindQuery, here: Here | null, skip: number): string {
  const parameters = new URLSearchParams({ q: query.words.trim(), take: String(pageSize) });
  for (const name of [...chosenFilters, 'kind'] as const) if (query[name]) parameters.set(name, query[name]);
  if (query.staffed) parameters.set('staffed', 'true');
  if (here) parameters.set('near', `${here.room},${Math.round(here.x)},${Math.round(here.y)}`);
  if (here && query.nearest) parameters.set('nearest', 'true');
  if (skip > 0) parameters.set('skip', String(skip));
  return `/api/stands/search?${parameters}`;
}

/** How many filters are set, for who does not see them. */
export function filterCount({ kind, staffed, nearest, ...query }: FindQuery): number {
  return chosenFilters.filter((name) => query[name] !== '').length + (kind ? 1 : 0) + (staffed ? 1 : 0) + (nearest ? 1 : 0);
}

/** Something is looked for, by a word or a filter. */
export function isAsked(query: FindQuery): boolean {
  return query.words.trim() !== '' || filterCount(query) > 0;
}

/** What one may choose from: what leads somewhere, and what is chosen already, wherever that leads. */
export function choicesOf(filter: ChosenFilter, facets: Facets | null, chosen: string): FacetCount[] {
  const counts = facets ? { room: facets.rooms, topic: facets.topics, challenge: facets.challenges, language: facets.languages }[filter] : [];
  return chosen === '' || counts.some(({ value }) => value === chosen) ? counts : [{ value: chosen, count: 0 }, ...counts];
}
