import { ask, nothing, path } from '../house/ask';
import { date, fields, int, list, text } from '../room/readFields';
import { readCards, type Cards } from '../stands/cardWire';
import { readBagItem, type BagItem } from '../stands/bagApi';
import { readCard, type StandCard } from '../stands/standViews';
import { readId } from '../stands/standWire';
import { readTimes, type StandTimes } from '../stands/timesApi';
import { readPolicy, type Policy } from './moderationWire';

export type LogLine = { number: number; at: Date; deed: string; by: string; of: string; reason: string; until: Date | null; room: string };
/** `until` is the end as things stand, null for good; of one that waits for a second moderator, `pronounced` is the end once it is confirmed. */
export type Ban = { member: string; name: string; reason: string; since: Date; until: Date | null; waits: boolean; pronounced: Date | null; own: boolean };
export type ReportedText = { at: Date; name: string; text: string };
export type Report = {
  number: number; kind: string; at: Date; by: string; of: string; ofMember: string; room: string; reason: string; texts: ReportedText[];
  state: string; takenBy: string; answer: string; line: LogLine | null;
  /** Id of the stand that it is about; else empty. */
  stand: string;
};
export type Asking = { member: string; name: string; affiliation: string; role: string; verified: boolean; since: Date };
export type RoomRules = { policy: Policy; bans: Ban[]; asking: Asking[] };
export type MyData = {
  name: string; affiliation: string; role: string; origin: string; sessions: Date[]; room: string; shownAs: string; ban: Ban | null; blocked: { member: string; name: string }[]; moderation: LogLine[]; reports: Report[];
  /** Those that one looks after. */
  stands: StandCard[];
  cards: Cards;
  /** What one has taken along from stands. */
  bag: BagItem[];
  /** Talks that one has booked or offers, stand by stand. */
  times: StandTimes[];
  /** As the house wrote it, to be kept. */
  raw: unknown;
};
export type { Answer } from '../house/ask';

export const getLog = (room: string) => ask(`/api/moderation/log?room=${encodeURIComponent(room)}`, (body) => list(body, readLine));
/** Where the log is to be had for spreadsheets. */
export const logTable = (room: string) => `/api/moderation/log?room=${encodeURIComponent(room)}&format=csv`;
export const getReports = () => ask('/api/moderation/reports', (body) => list(body, readReport));
export const takeReport = (number: number) => ask(`/api/moderation/reports/${path(number)}/take`, nothing, 'POST', {});
export const answerReport = (number: number, answer: string, upheld: boolean) =>
  ask(`/api/moderation/reports/${path(number)}/answer`, nothing, 'POST', { text: answer, upheld });
export const getBans = () => ask('/api/moderation/bans', (body) => list(body, readBan));
export const confirmBan = (member: string) => ask(`/api/moderation/bans/${path(member)}/confirm`, nothing, 'POST', {});
export const pardon = (member: string) => ask(`/api/moderation/bans/${path(member)}`, nothing, 'DELETE');
export const getRules = (room: string) => ask(`/api/moderation/rooms/${path(room)}`, (body): RoomRules => ({ policy: readPolicy(fields(body).policy), bans: list(fields(body).bans, readBan), asking: list(fields(body).asking, readAsking) }));
export const admit = (room: string, member: string, isAdmitted: boolean) => ask(`/api/moderation/rooms/${path(room, 'waiting', member)}`, nothing, isAdmitted ? 'PUT' : 'DELETE');
export const admitAll = (room: string) => ask(`/api/moderation/rooms/${path(room, 'waiting')}`, nothing, 'PUT');
export const pardonInRoom = (room: string, member: string) => ask(`/api/moderation/rooms/${path(room, 'bans', member)}`, nothing, 'DELETE');
export const getMyData = () => ask('/api/me', readMyData);
export const objectTo = (line: LogLine, reason: string) =>
  ask('/api/me/objections', nothing, 'POST', { room: line.room, at: line.at.toISOString(), number: line.number, reason });
export const unblock = (member: string) => ask(`/api/me/blocked/${path(member)}`, nothing, 'DELETE');
export const eraseMe = () => ask('/api/me', (body) => ({ banned: fields(body).bannedForGood === true || typeof fields(body).banUntil === 'string' }), 'DELETE');

function readLine(value: unknown): LogLine | null {
  const given = fields(value);
  const number = int(given.number, 1);
  const at = date(given.at);
  if (number === null || !at) return null;
  return { number, at, deed: text(given.deed), by: text(given.by), of: text(given.of), reason: text(given.reason, 1000), until: date(given.until), room: text(given.room) };
}

function readBan(value: unknown): Ban | null {
  const given = fields(value);
  const since = date(given.since);
  const member = text(given.member);
  if (!since || !member) return null;
  return {
    member, name: text(given.name), reason: text(given.reason, 500), since, until: date(given.until),
    waits: given.waits === true, pronounced: date(given.pronounced), own: given.own === true,
  };
}

function readAsking(value: unknown): Asking | null {
  const given = fields(value);
  const since = date(given.since);
  const member = text(given.member);
  return since && member ? { member, name: text(given.name), affiliation: text(given.affiliation), role: text(given.role), verified: given.verified === true, since } : null;
}

function readText(value: unknown): ReportedText {
  const given = fields(value);
  return { at: new Date(typeof given.at === 'number' ? given.at : 0), name: text(given.name), text: text(given.text, 1000) };
}

function readReport(value: unknown): Report | null {
  const given = fields(value);
  const number = int(given.number, 1);
  const at = date(given.at);
  if (number === null || !at) return null;
  return {
    number, at, kind: text(given.kind), by: text(given.by), of: text(given.of), ofMember: text(given.ofMember), room: text(given.room), reason: text(given.reason, 500),
    texts: list(given.texts, readText), state: text(given.state), takenBy: text(given.takenBy), answer: text(given.answer, 500), line: readLine(given.line), stand: readId(given.stand),
  };
}

function readBlocked(value: unknown): { member: string; name: string } | null {
  const member = text(fields(value).member);
  return member ? { member, name: text(fields(value).name) } : null;
}

function readMyData(body: unknown): MyData {
  const given = fields(body);
  return {
    name: text(given.name), affiliation: text(given.affiliation), role: text(given.role), origin: text(given.origin), room: text(given.room), shownAs: text(given.shownAs, 340),
    sessions: list(given.sessions, date), ban: readBan(given.ban), blocked: list(given.blocked, readBlocked), moderation: list(given.moderation, readLine), reports: list(given.reports, readReport), stands: list(given.stands, readCard),
    cards: readCards(given.cards), bag: list(given.bag, readBagItem), times: list(given.times, readTimes), raw: body,
  };
}
