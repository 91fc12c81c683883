import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NullLogger } from '@microsoft/signalr';
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack';
import { describe, expect, it } from 'vitest';
import { readAvatarsMoved } from '../src/room/avatarsMoved';
import * as wire from '../src/room/wire';
import { readEnquiriesChanged, readExchangeChanged } from '../src/stands/cardWire';
import { readBellChanged, readBellRang, readBellStops, readStandAttended } from '../src/stands/bellWire';
import { readStandsChanged } from '../src/stands/standWire';

/** The bytes that the server's tests have written: what it sends is what we read. */
const folder = join(import.meta.dirname, '../../../tests/fixtures/wire');
const names = readdirSync(folder).filter((file) => file.endsWith('.bin')).map((file) => file.slice(0, -4));

function decode(name: string): unknown {
  const bytes = readFileSync(join(folder, `${name}.bin`));
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const [message] = new MessagePackHubProtocol().parseMessages(buffer, NullLogger.instance) as { arguments: unknown[] }[];
  return message?.arguments[0];
}

/** As C# writes it to JSON: bytes in base64. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
  return value;
}

describe('golden records', () => {
  it('are there', () => expect(names.length).toBeGreaterThan(20));

  it.each(names.filter((name) => name !== 'avatarsMoved'))('%s means the same here as in C#', (name) => {
    expect(plain(decode(name))).toEqual(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));
  });

  it('moves are read as they were written', () => {
    const moves = readAvatarsMoved(decode('avatarsMoved'));
    expect(moves).toMatchObject({ everything: true, sight: 2, cell: { column: 5, row: 21 } });
    expect(moves?.moves).toMatchObject([
      { handle: 300, x: 1000, y: 4095, heading: 64, age: 50 },
      { handle: 65535, x: 0, y: 1, heading: 255, age: 510 },
    ]);
  });

  it('signs of stands are read as they were written', () => {
    const written = JSON.parse(readFileSync(join(folder, 'standsChangedEvent.json'), 'utf8')) as unknown;
    expect(readStandsChanged(decode('standsChangedEvent'))).toEqual(written);
  });

  it('what is told of cards and questions is read as it was written', () => {
    for (const [name, read] of [['exchangeChangedEvent', readExchangeChanged], ['enquiriesChangedEvent', readEnquiriesChanged]] as const)
      expect(read(decode(name))).toEqual(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));
  });

  it('what is told of bells is read as it was written', () => {
    const written = (name: string) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Record<string, unknown>;
    expect(readBellRang(decode('bellRangEvent'))).toEqual(written('bellRangEvent'));
    expect(readBellStops(decode('bellStopsEvent'))).toEqual(written('bellStopsEvent'));
    const { staffed, ...changed } = written('bellChangedEvent');
    expect(readBellChanged(decode('bellChangedEvent'))).toEqual({ ...changed, isStaffed: staffed });
    expect(readStandAttended(decode('standAttendedEvent'))).toEqual(written('standAttendedEvent'));
  });

  it('a room that one enters is read with all that is in it', () => {
    const entered = wire.readRoomEntered(decode('roomEnteredEvent'));
    expect(entered).toMatchObject({ handle: 300, x: 100, y: 200, room: { id: 'halle', people: 299 } });
    expect(entered?.people).toEqual([{ handle: 65535, member: { id: 'm1', name: 'Ada Löwe', affiliation: 'Stadt Zülpich', role: 'organiser', verified: true }, availability: 'busy' }]);
    expect(entered?.plan).toMatchObject({ width: 4, height: 4 });
  });
});
