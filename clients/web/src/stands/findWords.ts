import type { Words } from '../words/words.svelte';
import type { Found, Hit, Reason } from './findWire';

/** A piece of a text; marked ones were looked for. */
export type Piece = { text: string; isMarked: boolean };

/** The text of a reason in pieces, with dots where something was left out. Ranges that do not lie in it are left out. */
export function piecesOf({ text, ranges, cutBefore, cutAfter }: Reason): Piece[] {
  const pieces: Piece[] = cutBefore ? [{ text: '… ', isMarked: false }] : [];
  let end = 0;
  for (const { start, length } of ranges) {
    if (start < end || start + length > text.length) continue;
    if (start > end) pieces.push({ text: text.slice(end, start), isMarked: false });
    end = start + length;
    pieces.push({ text: text.slice(start, end), isMarked: true });
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isMarked: false });
  return cutAfter ? [...pieces, { text: ' …', isMarked: false }] : pieces;
}

/** The reasons that say more than the title and the line that stand there anyway. */
export function reasonsToTell({ reasons, item }: Hit): Reason[] {
  return reasons.filter(({ field }) => field !== 'title' && (field !== 'line' || item !== ''));
}

/** "Halle, 34 Meter zu Fuß". */
export function whereabouts({ room, metres, doors }: Hit, here: string, roomName: (id: string) => string, words: Words): string {
  const place = room === here ? words('find.here') : roomName(room);
  if (metres === null || doors === null) return place;
  if (metres === 0) return words('find.at', { place });
  return doors.length === 0 ? words('find.away', { place, count: metres }) : words('find.awayThrough', { place, count: metres });
}

/** What came of the search, for everybody and said to who does not see the list. `isAsked`: something was looked for, and not merely the page opened. */
export function outcome({ total, hits, hasAllWords, unknown, isComplete }: Found, words: Words, isAsked = true): string {
  if (total === 0 && !isAsked && isComplete) return words('find.noneYet');
  const sentences = [total > hits.length ? words('find.some', { count: total, shown: hits.length }) : words('find.count', { count: total })];
  if (unknown.length > 0) sentences.push(words('find.unknown', { words: unknown.map((each) => words('find.quoted', { word: each })).join(', ') }));
  else if (!hasAllWords && total > 0) sentences.push(words('find.notAll'));
  if (!isComplete) sentences.push(words('find.incomplete'));
  return sentences.join(' ');
}
