import { FloorPlan, type Area, type Door } from '../src/room/floorPlan';

/** Draws a plan: # wall, o furniture, anything else free. */
export function plan(rows: readonly string[], areas: readonly Area[] = [], doors: readonly Door[] = []): FloorPlan {
  const width = rows[0].length;
  const height = rows.length;
  const bits = (mark: string) => {
    const bytes = new Uint8Array(Math.ceil((width * height) / 8));
    rows.forEach((row, y) => [...row].forEach((sign, x) => {
      const index = y * width + x;
      if (sign === mark) bytes[index >> 3] |= 1 << (index & 7);
    }));
    return bytes;
  };
  return new FloorPlan('test', width, height, bits('#'), bits('o'), areas, doors);
}

/** The middle of a tile, in units. */
export function at(column: number, row: number): { x: number; y: number } {
  return { x: column * 32 + 16, y: row * 32 + 16 };
}

export function area(id: string, kind: string, number: number, name: string, column: number, row: number, width: number, height: number): Area {
  return { id, kind, number, names: { de: name }, capacity: 0, colour: '', x: column * 32, y: row * 32, width: width * 32, height: height * 32 };
}

export function door(id: string, room: string, column: number, row: number): Door {
  return { id, room, roomNames: { de: room }, x: column * 32, y: row * 32, width: 32, height: 32 };
}

/** A small repeatable random generator (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
