import { readTime } from '../moderation/moderationWire';
import { fields, int, list, text } from '../room/readFields';
import { readId } from './standWire';

/** Records about the bells of stands as they come in; see `../room/wire.ts`. Moments are milliseconds since 1970. */
export const bellWishes = ['ring', 'talk'] as const;
/** ring: somebody is to come; talk: one wants to talk with one of them alone. */
export type BellWish = (typeof bellWishes)[number];
export const bellStates = ['waiting', 'unheard', 'accepted', 'over'] as const;
export type BellState = (typeof bellStates)[number];
export const bellEnds = ['talked', 'unanswered', 'declined', 'withdrawn', 'left', 'hostGone', 'shut', 'lost'] as const;
export type BellEnd = (typeof bellEnds)[number];

/** To a host: somebody wants one at a stand. */
export type BellRang = {
  stand: string; name: string; room: string; area: string; request: number; visitor: string; affiliation: string; wish: BellWish; since: number;
};
/** To a host: no longer. `by` names who goes there; empty for nobody. */
export type BellStops = { stand: string; request: number; by: string };
/** To a visitor: how it is with what one has asked for. */
export type BellChanged = {
  stand: string; name: string; wish: BellWish; state: BellState;
  /** Null while it goes on, and where a host comes. */
  end: BellEnd | null;
  place: number; length: number;
  /** How many are being called for one. */
  called: number;
  isStaffed: boolean;
  host: string;
  /** What a host who cannot come has answered, and who. */
  text: string; textBy: string;
  since: number;
};
export type StandVisitor = { member: string; name: string; affiliation: string; since: number };
export type BellRequest = { request: number; visitor: string; affiliation: string; wish: BellWish; since: number; calls: boolean };
/** To a host: how it is at a stand. */
export type StandAttended = {
  stand: string; name: string; room: string; area: string; onDuty: boolean; hosts: string[]; visitors: StandVisitor[]; count: number; line: BellRequest[]; talk: BellRequest | null;
};

function readWish(value: unknown): BellWish {
  return bellWishes.find((wish) => wish === value) ?? 'ring';
}

export function readBellRang(value: unknown): BellRang | null {
  const given = fields(value);
  const [stand, room, area, request] = [readId(given.stand), text(given.room), text(given.area), readTime(given.request)];
  if (!stand || !room || !area || !request) return null;
  return {
    stand, name: text(given.name), room, area, request, visitor: text(given.visitor), affiliation: text(given.affiliation), wish: readWish(given.wish), since: readTime(given.since),
  };
}

export function readBellStops(value: unknown): BellStops | null {
  const given = fields(value);
  const [stand, request] = [readId(given.stand), readTime(given.request)];
  return stand && request ? { stand, request, by: text(given.by) } : null;
}

export function readBellChanged(value: unknown): BellChanged | null {
  const given = fields(value);
  const stand = readId(given.stand);
  const state = bellStates.find((each) => each === given.state);
  if (!stand || !state) return null;
  return {
    stand, name: text(given.name), wish: readWish(given.wish), state, end: bellEnds.find((each) => each === given.end) ?? null, place: int(given.place) ?? 0, length: int(given.length) ?? 0,
    called: int(given.called) ?? 0, isStaffed: given.staffed === true, host: text(given.host), text: text(given.text), textBy: text(given.textBy), since: readTime(given.since),
  };
}

function readVisitor(value: unknown): StandVisitor | null {
  const given = fields(value);
  const member = text(given.member);
  return member ? { member, name: text(given.name), affiliation: text(given.affiliation), since: readTime(given.since) } : null;
}

function readRequest(value: unknown): BellRequest | null {
  const given = fields(value);
  const request = readTime(given.request);
  if (!request) return null;
  return { request, visitor: text(given.visitor), affiliation: text(given.affiliation), wish: readWish(given.wish), since: readTime(given.since), calls: given.calls === true };
}

export function readStandAttended(value: unknown): StandAttended | null {
  const given = fields(value);
  const stand = readId(given.stand);
  if (!stand) return null;
  return {
    stand, name: text(given.name), room: text(given.room), area: text(given.area), onDuty: given.onDuty === true, hosts: list(given.hosts, (host) => text(host) || null),
    visitors: list(given.visitors, readVisitor), count: int(given.count) ?? 0, line: list(given.line, readRequest), talk: readRequest(given.talk),
  };
}
