import { fields, int, list, text } from '../room/readFields';
import { readColour, readId } from './standWire';

/** What the house found, as it writes it to JSON. Nothing from the network is believed unread. */
export const reasonFields = ['title', 'topics', 'challenges', 'solutions', 'line', 'text'] as const;
export type ReasonField = (typeof reasonFields)[number];

/** A part of a text that was looked for, in UTF-16 units. */
export type TextRange = { start: number; length: number };
export type Reason = { field: ReasonField; text: string; ranges: TextRange[]; cutBefore: boolean; cutAfter: boolean };
export type SolutionReason = { solution: string; challenge: string };

export type Hit = {
  stand: string;
  /** What the stand is called. */
  name: string;
  /** The field of what lies there and was found, as in `materials/a7`; empty when the stand itself was. */
  item: string;
  title: string; line: string; accent: string; room: string; area: string;
  /** Names of those who look after the stand and are there now. */
  /** Somebody can be called there. */
  isStaffed: boolean;
  reasons: Reason[];
  solutions: SolutionReason[];
  /** On foot; null when no way is known. */
  metres: number | null;
  /** Ids of the doors on the way there, each of the room that one is in by then. */
  doors: string[] | null;
};

export type FacetCount = { value: string; count: number };
export type Facets = { stands: number; materials: number; staffed: number; rooms: FacetCount[]; topics: FacetCount[]; challenges: FacetCount[]; languages: FacetCount[] };

export type Found = {
  hits: Hit[]; total: number;
  /** False when nothing has all the words. */
  hasAllWords: boolean;
  /** Words that lead nowhere. */
  unknown: string[];
  /** False while the house is still reading its stands. */
  isComplete: boolean;
  facets: Facets;
};

/** A challenge or a solution that the network has a name for. */
export type NetworkWord = { id: string; german: string; english: string };

function readRange(value: unknown): TextRange | null {
  const given = fields(value);
  const [start, length] = [int(given.start), int(given.length, 1)];
  return start === null || length === null ? null : { start, length };
}

function readReason(value: unknown): Reason | null {
  const given = fields(value);
  const field = reasonFields.find((each) => each === given.field);
  const words = text(given.text, 1000);
  return field && words ? { field, text: words, ranges: list(given.ranges, readRange), cutBefore: given.cutBefore === true, cutAfter: given.cutAfter === true } : null;
}

function readSolution(value: unknown): SolutionReason | null {
  const given = fields(value);
  const [solution, challenge] = [text(given.solution), text(given.challenge)];
  return solution && challenge ? { solution, challenge } : null;
}

const readText = (value: unknown): string | null => text(value) || null;

function readHit(value: unknown): Hit | null {
  const given = fields(value);
  const stand = readId(given.stand);
  const [room, area] = [text(given.room), text(given.area)];
  if (!stand || !room || !area) return null;
  return {
    stand, room, area, name: text(given.name), item: text(given.item), title: text(given.title), line: text(given.line), accent: readColour(given.accent),
    isStaffed: given.staffed === true, reasons: list(given.reasons, readReason), solutions: list(given.solutions, readSolution),
    metres: int(given.metres), doors: Array.isArray(given.doors) ? list(given.doors, readText) : null,
  };
}

function readCount(value: unknown): FacetCount | null {
  const given = fields(value);
  const [name, count] = [text(given.value), int(given.count)];
  return name && count !== null ? { value: name, count } : null;
}

function readFacets(value: unknown): Facets {
  const given = fields(value);
  return {
    stands: int(given.stands) ?? 0, materials: int(given.materials) ?? 0, staffed: int(given.staffed) ?? 0,
    rooms: list(given.rooms, readCount), topics: list(given.topics, readCount), challenges: list(given.challenges, readCount), languages: list(given.languages, readCount),
  };
}

export function readFound(value: unknown): Found | null {
  const given = fields(value);
  const total = int(given.total);
  if (total === null) return null;
  return {
    hits: list(given.hits, readHit), total, hasAllWords: given.hasAllWords !== false, unknown: list(given.unknown, readText), isComplete: given.complete !== false, facets: readFacets(given.facets),
  };
}

function readWord(value: unknown): NetworkWord | null {
  const given = fields(value);
  const [id, german] = [readId(given.id), text(given.german)];
  return id && german ? { id, german, english: text(given.english) } : null;
}

/** The challenges that the network has names for. */
export type NetworkWords = { challenges: readonly NetworkWord[]; solutions: readonly NetworkWord[] };
export const readNetworkWords = (value: unknown): NetworkWords => ({ challenges: list(fields(value).challenges, readWord), solutions: list(fields(value).solutions, readWord) });
export const readChallenges = (value: unknown): NetworkWord[] => list(fields(value).challenges, readWord);
