import { Protocol } from '../room/protocol';
import { readTime } from '../moderation/moderationWire';
import { fields, int, list, text } from '../room/readFields';

/** Records about conversations as they come in; see `../room/wire.ts`. */
export const Availability = { available: 'available', busy: 'busy', away: 'away' } as const;
export type Availability = (typeof Availability)[keyof typeof Availability];

/** A conversation as everybody sees it; `area` is null for a circle. */
export type ConversationInfo = { id: number; area: string | null; people: number[]; topic: string; closed: boolean; full: boolean };
export type ConversationsChanged = { all: boolean; changed: ConversationInfo[]; ended: number[] };
export type Participant = {
  handle: number; why: string; with: number; heard: boolean; sound: boolean; listens: boolean; word: boolean; muted: boolean; hand: number; follows: boolean;
  /** What they have switched on. */
  microphone: boolean; camera: boolean; screen: boolean;
  /** A moderator lets nobody see their camera or screen. */
  hidden: boolean;
};
export type TalkInfo = {
  id: number; area: string | null; topic: string; closed: boolean; speakersOnly: boolean; routed: boolean; people: Participant[]; knocks: number[];
  /** Handle, or -1. */
  leader: number;
};
export type TalkChanged = { talk: TalkInfo | null; left: string };
export type NotConnected = { reason: string; conversation: number; other: number };
export type Said = { kind: string; scope: string; from: number; to: number; text: string; at: number; number: number };
export type Signalled = { from: number; signal: string };

const handle = (value: unknown) => int(value, 0, 0xffff);
const handleOrNone = (value: unknown) => int(value, -1, 0xffff) ?? -1;

export function readAvailability(value: unknown): Availability {
  return value === Availability.busy || value === Availability.away ? value : Availability.available;
}

export function readConversation(value: unknown): ConversationInfo | null {
  const given = fields(value);
  const id = int(given.id);
  if (id === null) return null;
  return { id, area: text(given.area) || null, people: list(given.people, handle), topic: text(given.topic), closed: given.closed === true, full: given.full === true };
}

export function readConversationsChanged(value: unknown): ConversationsChanged {
  const given = fields(value);
  return { all: given.all === true, changed: list(given.changed, readConversation), ended: list(given.ended, (id) => int(id)) };
}

function readParticipant(value: unknown): Participant | null {
  const given = fields(value);
  const who = handle(given.handle);
  if (who === null) return null;
  return {
    handle: who,
    why: text(given.why),
    with: handleOrNone(given.with),
    heard: given.heard === true,
    sound: given.sound === true,
    listens: given.listens === true,
    word: given.word === true,
    muted: given.muted === true,
    hand: int(given.hand) ?? 0,
    follows: given.follows === true,
    microphone: given.microphone === true,
    camera: given.camera === true,
    screen: given.screen === true,
    hidden: given.hidden === true,
  };
}

function readTalk(value: unknown): TalkInfo | null {
  const given = fields(value);
  const id = int(given.id);
  if (id === null) return null;
  return {
    id,
    area: text(given.area) || null,
    topic: text(given.topic),
    closed: given.closed === true,
    speakersOnly: given.speakersOnly === true,
    routed: given.routed === true,
    people: list(given.people, readParticipant),
    knocks: list(given.knocks, handle),
    leader: handleOrNone(given.leader),
  };
}

export function readTalkChanged(value: unknown): TalkChanged {
  const given = fields(value);
  return { talk: readTalk(given.talk), left: text(given.left) };
}

export function readNotConnected(value: unknown): NotConnected {
  const given = fields(value);
  return { reason: text(given.reason), conversation: int(given.conversation) ?? 0, other: handleOrNone(given.other) };
}

export function readSaid(value: unknown): Said | null {
  const given = fields(value);
  const from = handle(given.from);
  if (from === null) return null;
  return {
    kind: text(given.kind),
    scope: text(given.scope),
    from,
    to: handleOrNone(given.to),
    text: text(given.text, 1000),
    at: typeof given.at === 'number' || typeof given.at === 'bigint' ? Number(given.at) : 0,
    number: readTime(given.id),
  };
}

export function readSignalled(value: unknown): Signalled | null {
  const given = fields(value);
  const from = int(given.from, Protocol.mediaServer, 0xffff);
  // an offer of the media server grows with the people in the conversation
  return from === null ? null : { from, signal: text(given.signal, 200_000) };
}

export function readAskResult(value: unknown): number {
  return int(fields(value).error) ?? 0;
}
