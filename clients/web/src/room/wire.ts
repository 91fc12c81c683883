import { readAvailability, type Availability } from '../conversations/talkWire';
import { readPolicy, readTime, type Policy } from '../moderation/moderationWire';
import { readFloorPlan, type FloorPlan } from './floorPlan';
import { fields, int, list, names, text, type Names } from './readFields';

/** Records of the hub as they come in. Nothing from the network is believed unread: a record that is no such record is null. */
export type Member = { id: string; name: string; affiliation: string; role: string; verified: boolean };
export type Person = { handle: number; member: Member; availability: Availability };
export type RoomSummary = { id: string; names: Names; kind: string; people: number; capacity: number };
export type HelloResult = { error: number; me: Member | null; rooms: RoomSummary[]; start: string; room: string | null; reason: string; until: number; provisional: boolean };
export type EnterResult = { error: number; room: string | null; reason: string; until: number };
export type WaitResult = { error: number; ahead: number; asks: boolean };
export type RoomEntered = { room: RoomSummary; plan: FloorPlan; handle: number; x: number; y: number; people: Person[]; policy: Policy | null };
export type PlanChanged = { room: RoomSummary; plan: FloorPlan };
export type PeopleChanged = { all: boolean; entered: Person[]; left: number[] };
/** `reason` and `until` (ms since 1970, 0 for none) go with a ban; a provisional one may be prolonged. */
export type SentAway = { code: number; comeBack: boolean; reason: string; until: number; provisional: boolean };
export type PlaceFree = { room: string; heldSeconds: number; turnedAway: boolean };

/** The house allows 40 characters as people count them, of up to eight units each; the number behind them is what tells namesakes apart. */
const longestName = 340;

export function readMember(value: unknown): Member | null {
  const { id, name, affiliation, role, verified } = fields(value);
  if (typeof id !== 'string' || typeof name !== 'string') return null;
  return { id, name: text(name, longestName), affiliation: text(affiliation, 120), role: text(role) || 'visitor', verified: verified === true };
}

export function readPerson(value: unknown): Person | null {
  const given = fields(value);
  const handle = int(given.handle, 0, 0xffff);
  const member = readMember(given.member);
  return handle === null || !member ? null : { handle, member, availability: readAvailability(given.availability) };
}

export function readRoomSummary(value: unknown): RoomSummary | null {
  const given = fields(value);
  if (typeof given.id !== 'string' || given.id === '') return null;
  return {
    id: given.id,
    names: names(given.names),
    kind: text(given.kind),
    people: int(given.people) ?? 0,
    capacity: int(given.capacity) ?? 0,
  };
}

export function readHelloResult(value: unknown): HelloResult {
  const given = fields(value);
  return {
    error: int(given.error) ?? 0,
    me: readMember(given.me),
    rooms: list(given.rooms, readRoomSummary),
    start: text(given.start),
    room: text(given.room) || null,
    reason: text(given.reason, 500),
    until: readTime(given.until),
    provisional: given.provisional === true,
  };
}

export function readEnterResult(value: unknown): EnterResult {
  const given = fields(value);
  return { error: int(given.error) ?? 0, room: text(given.room) || null, reason: text(given.reason, 500), until: readTime(given.until) };
}

export function readWaitResult(value: unknown): WaitResult {
  const given = fields(value);
  return { error: int(given.error) ?? 0, ahead: int(given.ahead) ?? 0, asks: given.asks === true };
}

export function readRoomEntered(value: unknown): RoomEntered | null {
  const given = fields(value);
  const room = readRoomSummary(given.room);
  const plan = readFloorPlan(given.plan);
  const handle = int(given.handle, 0, 0xffff);
  const x = int(given.x, 0, 0xfff);
  const y = int(given.y, 0, 0xfff);
  if (!room || !plan || handle === null || x === null || y === null) return null;
  return { room, plan, handle, x, y, people: list(given.people, readPerson), policy: given.policy ? readPolicy(given.policy) : null };
}

export function readPlanChanged(value: unknown): PlanChanged | null {
  const given = fields(value);
  const room = readRoomSummary(given.room);
  const plan = readFloorPlan(given.plan);
  return room && plan ? { room, plan } : null;
}

export function readPeopleChanged(value: unknown): PeopleChanged {
  const given = fields(value);
  return {
    all: given.all === true,
    entered: list(given.entered, readPerson),
    left: list(given.left, (handle) => int(handle, 0, 0xffff)),
  };
}

export function readPlace(value: unknown): { x: number; y: number } | null {
  const given = fields(value);
  const x = int(given.x, 0, 0xfff);
  const y = int(given.y, 0, 0xfff);
  return x === null || y === null ? null : { x, y };
}

export function readSentAway(value: unknown): SentAway {
  const given = fields(value);
  return {
    code: int(given.code) ?? 0, comeBack: given.comeBack === true, reason: text(given.reason, 500), until: readTime(given.until), provisional: given.provisional === true,
  };
}

export function readPlaceFree(value: unknown): PlaceFree | null {
  const given = fields(value);
  const room = text(given.room);
  return room ? { room, heldSeconds: int(given.heldSeconds) ?? 0, turnedAway: given.turnedAway === true } : null;
}
