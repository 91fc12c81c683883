import { ask, askFor, nothing, path } from '../house/ask';
import { date, fields, list, text } from '../room/readFields';
import { readId } from './standWire';

export const timeStates = ['free', 'booked', 'calledOff'] as const;
export type TimeState = (typeof timeStates)[number];

/** A time for a talk. `isOwn`: one offers it; `isMine`: one has booked it. */
export type StandTime = { id: string; start: Date; end: Date; state: TimeState; isOwn: boolean; isMine: boolean; host: string; visitor: string; isByHost: boolean };
export type StandTimes = {
  stand: string; name: string; room: string;
  /** Of the clock on the stand's wall. */
  zone: string;
  mayOffer: boolean; times: StandTime[];
};

function readTime(value: unknown): StandTime | null {
  const given = fields(value);
  const [id, start, end] = [readId(given.id), date(given.start), date(given.end)];
  const state = timeStates.find((each) => each === given.state);
  if (!id || !start || !end || !state) return null;
  return { id, start, end, state, isOwn: given.own === true, isMine: given.mine === true, host: text(given.host), visitor: text(given.visitor), isByHost: given.byHost === true };
}

/** A zone of which the browser knows nothing cannot be reckoned with. */
function readZone(value: unknown): string {
  const zone = text(value);
  try {
    new Intl.DateTimeFormat('de', { timeZone: zone });
    return zone || 'UTC';
  } catch {
    return 'UTC';
  }
}

export function readTimes(value: unknown): StandTimes | null {
  const given = fields(value);
  const stand = readId(given.stand);
  if (!stand) return null;
  return { stand, name: text(given.name), room: text(given.room), zone: readZone(given.zone), mayOffer: given.mayOffer === true, times: list(given.times, readTime) };
}

const at = (stand: string, ...rest: string[]) => `/api/stands/${path(stand, 'times', ...rest)}`;

export const getTimes = (stand: string) => askFor(at(stand), readTimes);
export const getOwnTimes = () => ask('/api/times', (body) => list(body, readTimes));
export const offerTimes = (stand: string, start: Date, minutes: number, count: number) => askFor(at(stand), readTimes, 'POST', { start: start.toISOString(), minutes, count });
export const withdrawTime = (stand: string, time: string) => ask(at(stand, time), nothing, 'DELETE');
export const bookTime = (stand: string, time: string) => ask(at(stand, time, 'booking'), nothing, 'PUT');
export const cancelTime = (stand: string, time: string) => ask(at(stand, time, 'booking'), nothing, 'DELETE');
/** Where it is to be had for a calendar. */
export const calendarOf = (stand: string, time: string) => `${at(stand, time)}.ics`;
