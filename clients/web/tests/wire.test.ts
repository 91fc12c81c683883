import { describe, expect, it } from 'vitest';
import { readEnterResult, readHelloResult, readMember, readPeopleChanged, readPlace, readRoomEntered, readSentAway } from '../src/room/wire';

const foyer = { id: 'foyer', names: { de: 'Foyer', en: 'Lobby' }, kind: 'foyer', people: 2, capacity: 50 };
const plan = { version: 'v1', width: 4, height: 2, walls: new Uint8Array([0b00001001]), furniture: new Uint8Array(1), areas: [], doors: [] };
const ada = { handle: 3, availability: 'available', member: { id: 'a', name: 'Ada', affiliation: 'Weimar', role: 'visitor', verified: true } };

describe('records from the house', () => {
  it('make a room that one entered', () => {
    const entered = readRoomEntered({ room: foyer, plan, handle: 3, x: 40, y: 50, people: [ada] })!;
    expect(entered.room.names.en).toBe('Lobby');
    expect([0, 1, 2, 3].map((column) => entered.plan.isWall(column, 0))).toEqual([true, false, false, true]);
    expect(entered.people).toEqual([ada]);
  });

  it.each([
    ['a plan larger than any', { plan: { ...plan, width: 129 } }],
    ['walls that are too short', { plan: { ...plan, width: 40 } }],
    ['walls that are no bytes', { plan: { ...plan, walls: 'AAAA' } }],
    ['half a position', { y: undefined }],
    ['a position that is no number', { x: Number.NaN }],
    ['a handle beyond 16 bits', { handle: 65536 }],
  ])('are refused with %s', (_, fault) => {
    expect(readRoomEntered({ room: foyer, plan, handle: 3, x: 40, y: 50, people: [], ...fault })).toBeNull();
  });

  it('leave out people who are none, and keep the others', () => {
    expect(readPeopleChanged({ entered: [ada, { handle: -1, member: ada.member }, null], left: [1, 'x', 2] }))
      .toEqual({ all: false, entered: [ada], left: [1, 2] });
  });

  it('may lack what is optional', () => {
    expect(readHelloResult({ error: 1001 })).toEqual({ error: 1001, me: null, rooms: [], start: '', room: null, reason: '', until: 0, provisional: false });
    expect(readEnterResult(null)).toEqual({ error: 0, room: null, reason: '', until: 0 });
    expect(readSentAway({ code: 4001 })).toEqual({ code: 4001, comeBack: false, reason: '', until: 0, provisional: false });
    expect(readPlace({ x: 5000, y: 1 })).toBeNull();
    expect(readMember({ id: 'a', name: 'Ada', verified: 'true' })).toEqual({ id: 'a', name: 'Ada', affiliation: '', role: 'visitor', verified: false });
  });
});
