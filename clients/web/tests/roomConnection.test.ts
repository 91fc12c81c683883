import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backOff } from '../src/room/backOff';
import type { Wire } from '../src/room/hubWire';
import { inTime, TooLate } from '../src/room/inTime';
import { DisconnectCode, ErrorCode, Protocol } from '../src/room/protocol';
import { Line, RoomConnection, type RoomListener } from '../src/room/roomConnection';

/** The other end of a line, played by the test. */
class TestWire implements Wire {
  readonly calls: unknown[][] = [];
  readonly handlers = new Map<string, (news: unknown) => void>();
  stopped = false;
  starts: Promise<void> = Promise.resolve();
  answers: Record<string, unknown> = { Hello: { error: 0, rooms: [], me: null }, Enter: { error: 0 } };
  private closed: () => void = () => undefined;

  start = () => this.starts;
  stop = async () => { this.stopped = true; this.closed(); };
  invoke = async (method: string, ...args: unknown[]) => {
    this.calls.push([method, ...args]);
    const answer = this.answers[method];
    return answer instanceof Promise ? answer : answer;
  };
  send = async (method: string, ...args: unknown[]) => { this.calls.push([method, ...args]); };
  on = (method: string, handler: (news: unknown) => void) => { this.handlers.set(method, handler); };
  onclose = (handler: () => void) => { this.closed = handler; };
  breaks = () => this.closed();
  moves = () => this.calls.filter(([method]) => method === 'Move').map(([, ...args]) => args);
}

const never = new Promise<never>(() => undefined);
let wires: TestWire[];
let lines: Line[];
let welcome: ReturnType<RoomListener['welcomed']>;
let prepare: (wire: TestWire) => void;
let signedIn: boolean;

function connection(): RoomConnection {
  const listener = new Proxy({} as RoomListener, {
    get: (_, name) => (name === 'lineChanged' ? (line: Line) => lines.push(line) : name === 'welcomed' ? () => welcome : () => undefined),
  });
  return new RoomConnection({
    listener,
    isSignedIn: async () => signedIn,
    makeWire: () => {
      const wire = new TestWire();
      prepare(wire);
      wires.push(wire);
      return wire;
    },
  });
}

const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  [wires, lines, welcome, signedIn] = [[], [], { room: 'foyer', stoodAt: null }, true];
  prepare = () => undefined;
});
afterEach(() => { vi.useRealTimers(); });

describe('the connection', () => {
  it('says Hello and enters the room that the listener names', async () => {
    void connection().run();
    await settle();
    expect(wires[0].calls).toEqual([['Hello', { protocol: 1, client: 'web' }], ['Enter', { room: 'foyer' }]]);
    expect(lines).toEqual([Line.connecting, Line.connected]);
  });

  it('says where one stood when it comes back', async () => {
    welcome = { room: 'foyer', stoodAt: [64, 96] };
    void connection().run();
    await settle();
    expect(wires[0].calls[1]).toEqual(['Enter', { room: 'foyer', stoodAt: [64, 96] }]);
  });

  it('says to which stand one wants', async () => {
    welcome = { room: 'halle', stoodAt: null, stand: 's1' };
    void connection().run();
    await settle();
    expect(wires[0].calls[1]).toEqual(['Enter', { room: 'halle', stand: 's1' }]);
  });

  it('comes back for ever', async () => {
    void connection().run();
    await settle();
    prepare = (wire) => { wire.starts = Promise.reject(new Error('refused')); };
    wires[0].breaks();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(wires.length).toBeGreaterThan(20);
    prepare = () => undefined;
    await vi.advanceTimersByTimeAsync(7_000);
    expect(lines).toEqual([Line.connecting, Line.connected, Line.lost, Line.connected]);
  });

  it('does not wait out its pause when the network is back', async () => {
    const room = connection();
    prepare = (wire) => { wire.starts = Promise.reject(new Error('refused')); };
    void room.run();
    await vi.advanceTimersByTimeAsync(60_000);
    const before = wires.length;
    void room.check();
    await settle();
    expect(wires.length).toBe(before + 1);
  });

  it('gives up an attempt that hangs', async () => {
    prepare = (wire) => { if (wires.length === 0) wire.starts = never; };
    void connection().run();
    await vi.advanceTimersByTimeAsync(13_000);
    expect(wires[0].stopped).toBe(true);
    expect(lines).toEqual([Line.connecting, Line.connected]);
  });

  it('drops a line that does not answer after sleep', async () => {
    const room = connection();
    void room.run();
    await settle();
    wires[0].answers.Hello = never;
    void room.check();
    await vi.advanceTimersByTimeAsync(4_000);
    expect(wires[0].stopped).toBe(true);
    expect(wires).toHaveLength(2);
  });

  it('answers for a house that does not', async () => {
    const room = connection();
    void room.run();
    await settle();
    wires[0].answers.Enter = never;
    const answer = room.enter({ through: 'door' });
    await vi.advanceTimersByTimeAsync(9_000);
    await expect(answer).resolves.toEqual({ error: ErrorCode.unavailable, room: null, reason: '', until: 0 });
  });

  it('does not come back when another tab took over', async () => {
    void connection().run();
    await settle();
    wires[0].handlers.get('SentAway')!({ code: DisconnectCode.takenOver, comeBack: false });
    wires[0].breaks();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(wires).toHaveLength(1);
    expect(lines.at(-1)).toBe(Line.takenOver);
  });

  it('comes back after a restart of the house', async () => {
    void connection().run();
    await settle();
    wires[0].handlers.get('SentAway')!({ code: DisconnectCode.restarting, comeBack: true });
    wires[0].breaks();
    await vi.advanceTimersByTimeAsync(6_000);
    expect(wires).toHaveLength(2);
    expect(lines.at(-1)).toBe(Line.connected);
  });

  it('tries again when the room is only not ready', async () => {
    prepare = (wire) => { if (wires.length === 0) wire.answers.Enter = { error: ErrorCode.unavailable }; };
    void connection().run();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(wires).toHaveLength(2);
    expect(lines).toEqual([Line.connecting, Line.connected]);
  });

  it('comes back slowly after flooding', async () => {
    void connection().run();
    await settle();
    wires[0].handlers.get('SentAway')!({ code: DisconnectCode.flooding, comeBack: true });
    wires[0].breaks();
    await vi.advanceTimersByTimeAsync(3_500);
    expect(wires).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(3_500);
    expect(wires).toHaveLength(2);
  });

  it('asks to be reloaded when the house is newer', async () => {
    prepare = (wire) => { wire.answers.Hello = { error: ErrorCode.protocolTooOld }; };
    void connection().run();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(lines).toEqual([Line.connecting, Line.outdated]);
    expect(wires).toHaveLength(1);
  });

  it('ends when nobody is signed in any more', async () => {
    signedIn = false;
    prepare = (wire) => { wire.starts = Promise.reject(new Error('401')); };
    void connection().run();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(lines).toEqual([Line.connecting, Line.signedOut]);
  });
});

describe('the own steps', () => {
  async function inside(): Promise<RoomConnection> {
    const room = connection();
    void room.run();
    await settle();
    return room;
  }

  it('are told at start, turn and stop, and every half second between', async () => {
    const room = await inside();
    for (let now = 1000; now <= 2300; now += 20) room.walk({ x: now, y: 5, heading: now < 1800 ? 0 : 64 }, now);
    room.walk({ x: 2310, y: 5, heading: Protocol.standing }, 2310);
    room.walk({ x: 2310, y: 5, heading: Protocol.standing }, 9000);
    expect(wires[0].moves()).toEqual([[1000, 5, 0], [1500, 5, 0], [1800, 5, 64], [2300, 5, 64], [2310, 5, Protocol.standing]]);
  });

  it('put turns in quick succession into one, but never hold back a stop', async () => {
    const room = await inside();
    room.walk({ x: 1, y: 1, heading: 0 }, 1000);
    room.walk({ x: 2, y: 1, heading: 32 }, 1010);
    room.walk({ x: 3, y: 1, heading: 64 }, 1050);
    room.walk({ x: 3, y: 2, heading: Protocol.standing }, 1055);
    expect(wires[0].moves()).toEqual([[1, 1, 0], [3, 1, 64], [3, 2, Protocol.standing]]);
  });

  it('start anew after the server put the avatar back', async () => {
    const room = await inside();
    room.walk({ x: 1, y: 1, heading: 0 }, 1000);
    wires[0].handlers.get('PutBack')!({ x: 0, y: 0 });
    room.walk({ x: 0, y: 0, heading: 0 }, 1100);
    expect(wires[0].moves()).toEqual([[1, 1, 0], [0, 0, Protocol.standing], [0, 0, 0]]);
  });

  it('say where one stands in a room that one is in by now', async () => {
    const room = await inside();
    room.walk({ x: 9, y: 1, heading: 0 }, 1000);
    wires[0].handlers.get('RoomEntered')!({
      room: { id: 'halle', names: {}, kind: 'hall', people: 1, capacity: 0 },
      plan: { version: 'v1', width: 8, height: 1, walls: new Uint8Array(1), furniture: new Uint8Array(1), areas: [], doors: [] },
      handle: 3, x: 40, y: 16, people: [],
    });
    room.walk({ x: 40, y: 16, heading: Protocol.standing }, 1100);
    expect(wires[0].moves()).toEqual([[9, 1, 0], [40, 16, Protocol.standing]]);
  });
});

describe('waiting', () => {
  it('backs off from 0.3 to 3 seconds, give or take a quarter', () => {
    expect([0, 1, 2, 9, 50].map((attempt) => backOff(attempt, () => 0.5))).toEqual([300, 600, 1200, 3000, 3000]);
    expect(backOff(0, () => 0)).toBe(225);
    expect(backOff(9, () => 1)).toBe(3750);
  });

  it('ends in time', async () => {
    const late = expect(inTime(never, 500)).rejects.toBeInstanceOf(TooLate);
    await vi.advanceTimersByTimeAsync(500);
    await late;
    await expect(inTime(Promise.resolve(4), 500)).resolves.toBe(4);
  });
});
