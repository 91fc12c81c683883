import { fields, int, list, text } from '../room/readFields';
import { roles, type Role } from './rank';

/** Records about moderation as they come in; see `../room/wire.ts`. */
export const rights = ['enter', 'speak', 'camera', 'screen', 'write', 'knock'] as const;
export type Right = (typeof rights)[number];

/** For each thing the role from which on one may. */
export type Policy = Readonly<Record<Right, Role>> & {
  /** Seconds between two texts of one person; 0 for no limit. */
  readonly slowSeconds: number;
  /** Milliseconds since 1970; 0 while the room is open. */
  readonly shutFrom: number;
  readonly notice: string;
  /** When the room is open, as people write it; empty for always. */
  readonly hours: string;
  /** Moderators let people in one by one. */
  readonly waitingRoom: boolean;
};
export type Moderated = { kind: string; reason: string; until: number; room: string | null };
export type Announced = { text: string; at: number };

export const openPolicy: Policy = {
  enter: 'visitor', speak: 'visitor', camera: 'visitor', screen: 'visitor', write: 'visitor', knock: 'visitor', slowSeconds: 0, shutFrom: 0, notice: '', hours: '',
  waitingRoom: false,
};

export function readPolicy(value: unknown): Policy {
  const given = fields(value);
  const role = (right: Right): Role => roles.find((each) => each === given[right]) ?? 'visitor';
  return {
    enter: role('enter'), speak: role('speak'), camera: role('camera'), screen: role('screen'), write: role('write'), knock: role('knock'),
    slowSeconds: int(given.slowSeconds) ?? 0,
    shutFrom: readTime(given.shutFrom),
    notice: text(given.notice, 300),
    hours: text(given.hours, 200),
    waitingRoom: given.waitingRoom === true,
  };
}

/** A draft of other rules, after somebody else has changed them: theirs, but for what differs in the draft from the rules that it was made of. */
export function rebase(draft: Policy, base: Policy, now: Policy): Policy {
  const own = Object.entries(draft).filter(([field, value]) => value !== base[field as keyof Policy]);
  return { ...now, ...Object.fromEntries(own) };
}

export function readModerated(value: unknown): Moderated | null {
  const given = fields(value);
  const kind = text(given.kind);
  return kind ? { kind, reason: text(given.reason, 500), until: readTime(given.until), room: text(given.room) || null } : null;
}

export function readRetracted(value: unknown): number[] {
  return list(fields(value).ids, (id) => readTime(id) || null);
}

export function readAnnounced(value: unknown): Announced | null {
  const given = fields(value);
  const said = text(given.text, 1000);
  return said ? { text: said, at: readTime(given.at) } : null;
}

/** Milliseconds since 1970, or the number of a text, which is made from them; 0 for none. */
export function readTime(value: unknown): number {
  const given = typeof value === 'bigint' ? Number(value) : value;
  return int(given, 0, Number.MAX_SAFE_INTEGER) ?? 0;
}
