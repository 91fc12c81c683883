import { describe, expect, it } from 'vitest';
import { cellOf, readAvatarsMoved } from '../src/room/avatarsMoved';

describe('the message of what moved', () => {
  it('is read byte by byte as the contract writes it', () => {
    // handle 0x1234, x 0xABC, y 0x123, heading 64, age 25 * 2 ms
    const bytes = new Uint8Array([0x80 | 3, 0x34, 0x12, 0xbc, 0x3a, 0x12, 64, 25]);
    expect(readAvatarsMoved(bytes)).toEqual({
      everything: true, sight: 3, cell: null, moves: [{ handle: 0x1234, x: 0xabc, y: 0x123, heading: 64, age: 50 }],
    });
  });

  it('keeps a heading of 255 whole, though it sets the sign bit', () => {
    const bytes = new Uint8Array([0, 1, 0, 0xff, 0xff, 0xff, 255, 255]);
    expect(readAvatarsMoved(bytes)).toEqual({ everything: false, sight: 0, cell: null, moves: [{ handle: 1, x: 4095, y: 4095, heading: 255, age: 510 }] });
  });

  it('is read out of the middle of a larger buffer', () => {
    const bytes = new Uint8Array([9, 9, 9, 0x02, 7, 0, 32, 0, 0, 255, 0, 9]).subarray(3, 11);
    expect(readAvatarsMoved(bytes)?.moves).toEqual([{ handle: 7, x: 32, y: 0, heading: 255, age: 0 }]);
  });

  it('may be empty: then nobody is in sight', () => {
    expect(readAvatarsMoved(new Uint8Array([0x80]))).toEqual({ everything: true, sight: 0, cell: null, moves: [] });
  });

  it('names the cell that one sees from where it is new', () => {
    const bytes = new Uint8Array([0x40 | 2, 5, 21, 7, 0, 32, 0, 0, 255, 0]);
    expect(readAvatarsMoved(bytes)).toEqual({
      everything: false, sight: 2, cell: { column: 5, row: 21 }, moves: [{ handle: 7, x: 32, y: 0, heading: 255, age: 0 }],
    });
    expect(readAvatarsMoved(new Uint8Array([0x40, 5]))).toBeNull();
  });

  it.each([[null], ['m'], [new Uint8Array()], [new Uint8Array(9)], [[0x80]]])('is nothing when it is %s', (bytes) => {
    expect(readAvatarsMoved(bytes)).toBeNull();
  });

  it('counts cells of six tiles', () => {
    expect([0, 191, 192, 400].map(cellOf)).toEqual([0, 0, 1, 2]);
  });
});
