import { Protocol } from './protocol';

const headerLength = 1;
const recordLength = 7;
const everythingBit = 0x80;
const cellBit = 0x40;
const sightMask = 0x3f;
const cellLength = 2;
const ageUnit = 2;

export type AvatarMove = {
  handle: number;
  /** 1/32 tile. */
  x: number;
  y: number;
  /** 0 to 254, or `Protocol.standing`. */
  heading: number;
  /** How long ago the avatar was there, ms. */
  age: number;
};

export type AvatarsMoved = {
  /** Who is not in `moves` is no longer in sight. */
  everything: boolean;
  /** Cells to each side that are seen; 0 for the whole room. */
  sight: number;
  /** The cell that one sees from, where it is another than before. */
  cell: { column: number; row: number } | null;
  moves: AvatarMove[];
};

/**
 * Reads the one hot message (see `AvatarsMoved.cs`): a header byte, the viewer's cell if it is new, then records of 7 bytes, little endian:
 * u16 handle, 12 bits x, 12 bits y, u8 heading, u8 age in 2 ms. Null when it is not one.
 */
export function readAvatarsMoved(bytes: unknown): AvatarsMoved | null {
  if (!(bytes instanceof Uint8Array) || bytes.length < headerLength) return null;
  // the MessagePack reader hands out views into a larger buffer
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = view.getUint8(0);
  const hasCell = (header & cellBit) !== 0;
  const start = headerLength + (hasCell ? cellLength : 0);
  if (bytes.length < start || (bytes.length - start) % recordLength !== 0) return null;
  const moves: AvatarMove[] = [];
  for (let at = start; at < bytes.length; at += recordLength) {
    const state = view.getUint32(at + 2, true);
    moves.push({
      handle: view.getUint16(at, true),
      x: state & 0xfff,
      y: (state >>> 12) & 0xfff,
      heading: state >>> 24,
      age: view.getUint8(at + 6) * ageUnit,
    });
  }
  const cell = hasCell ? { column: view.getUint8(1), row: view.getUint8(2) } : null;
  return { everything: (header & everythingBit) !== 0, sight: header & sightMask, cell, moves };
}

/** The cell of sight that a coordinate in units falls into. */
export function cellOf(units: number): number {
  return Math.floor(units / (Protocol.cellTiles * Protocol.unitsPerTile));
}
