import { date, fields, int, list, text } from '../room/readFields';
import { readId } from './standWire';

/** What those who set up a stand have before them, as the house writes it to JSON. */
export type StandValue = { text: string; language: string; link: string; file: string };
/** A field as it is; `place` says where in its list an item stands. */
export type FieldVersion = { value: StandValue | null; place: number | null; revision: number; by: string; since: Date | null };
/** What is wrong with a field, for the person who fills it in. */
export type Fault = { code: number; german: string; english: string };
export type StandChange = { revision: number; field: string; before: StandValue | null; after: StandValue | null; by: string; at: Date; undoes: number };

export const hostRights = ['edit', 'staff', 'enquiries'] as const;
export type HostRight = (typeof hostRights)[number];
export const presences = ['house', 'reachable', 'away'] as const;
/** How somebody can be met just now: they are in the house, a program calls them, or neither. */
export type Presence = (typeof presences)[number];
export type TeamMember = { member: string; name: string; rights: HostRight[]; isOwner: boolean; presence: Presence | null };
export type Limit = { most: number; longest: number };

export type StandDraft = {
  fields: ReadonlyMap<string, FieldVersion>;
  /** The oldest first. */
  history: StandChange[];
  team: TeamMember[];
  limits: ReadonlyMap<string, Limit>;
  /** Before the stand can be shown. */
  missing: Fault[];
};

export const verdicts = ['taken', 'same', 'outdated', 'unusable', 'forgotten'] as const;
export type Verdict = (typeof verdicts)[number];
export type EditResult = { field: string; verdict: Verdict; now: FieldVersion; faults: Fault[] };
/** A wish: with the revision that one had before the eyes. `behind` is the item that comes before, '' for the front, null for the end. */
export type StandEdit = { field: string; revision: number; value: StandValue | null; behind: string | null };

export const untouched: FieldVersion = { value: null, place: null, revision: 0, by: '', since: null };
export const empty: StandValue = { text: '', language: '', link: '', file: '' };

/** A text of a stand is longer than any other. */
const longest = 10_000;

const revisionOf = (value: unknown): number => int(value, 0, Number.MAX_SAFE_INTEGER) ?? 0;

function readValue(value: unknown): StandValue | null {
  if (typeof value !== 'object' || value === null) return null;
  const given = fields(value);
  return { text: text(given.text, longest), language: text(given.language, 20), link: text(given.link, 500), file: readId(given.file) };
}

export function readVersion(value: unknown): FieldVersion {
  const given = fields(value);
  const place = fields(given.value).place;
  return {
    value: readValue(given.value), place: int(place, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER), revision: revisionOf(given.revision), by: text(given.by), since: date(given.since),
  };
}

export function readFault(value: unknown): Fault | null {
  const given = fields(value);
  const [german, english] = [text(given.german, 500), text(given.english, 500)];
  return german || english ? { code: int(given.code) ?? 0, german, english } : null;
}

export function readRights(value: unknown): HostRight[] {
  return hostRights.filter((right) => Array.isArray(value) && value.includes(right));
}

function readChange(value: unknown): StandChange | null {
  const given = fields(value);
  const [revision, field, at] = [revisionOf(given.revision), text(given.field), date(given.at)];
  if (revision === 0 || !field || !at) return null;
  return { revision, field, before: readValue(given.before), after: readValue(given.after), by: text(given.by), at, undoes: revisionOf(given.undoes) };
}

function readTeamMember(value: unknown): TeamMember | null {
  const given = fields(value);
  const member = text(given.member);
  return member ? { member, name: text(given.name), rights: readRights(given.rights), isOwner: given.owner === true, presence: presences.find((presence) => presence === given.presence) ?? null } : null;
}

function readLimit(value: unknown): Limit | null {
  const given = fields(value);
  const [most, longest] = [int(given.most, 1), int(given.longest, 1)];
  return most === null || longest === null ? null : { most, longest };
}

export function readStandDraft(value: unknown): StandDraft | null {
  const given = fields(value);
  if (typeof given.fields !== 'object' || given.fields === null) return null;
  const limits = Object.entries(fields(given.limits)).map(([part, limit]) => [part, readLimit(limit)] as const);
  return {
    fields: new Map(Object.entries(given.fields).map(([field, version]) => [field, readVersion(version)])),
    history: list(given.history, readChange),
    team: list(given.team, readTeamMember),
    limits: new Map(limits.filter((entry): entry is [string, Limit] => entry[1] !== null)),
    missing: list(given.missing, readFault),
  };
}

export function readEditResult(value: unknown): EditResult | null {
  const given = fields(value);
  const verdict = verdicts.find((each) => each === given.verdict);
  return verdict ? { field: text(given.field), verdict, now: readVersion(given.now), faults: list(given.faults, readFault) } : null;
}

/** What the house answered to edits, in the order in which they were sent. */
export function readEditResults(value: unknown): EditResult[] {
  return list(fields(value).results, readEditResult);
}

/** In the language of the moment. */
export function faultWords({ german, english }: Fault, language: string): string {
  return (language === 'de' ? german : english) || german;
}
