import { describe, expect, it } from 'vitest';
import { readLimits, type FileLimits } from '../src/files/fileLimits';
import { percentOf, sizeWords } from '../src/files/fileSize';
import { acceptOf, judge, kindNames, roomOf } from '../src/files/fileSorts';
import { firstPiece, nextPiece, pieceAfterBreak } from '../src/files/pieceSize';
import { readAddress } from '../src/files/uploadLine';
import { ErrorCode } from '../src/room/protocol';

const mega = 1024 * 1024;
const given = {
  maxBytes: 100 * mega, maxBytesPerStand: 1024 * mega, maxFilesPerStand: 500, usedBytes: 900 * mega, uploadHours: 24, previewWidths: [96],
  kinds: [
    { kind: 'pdf', mediaType: 'application/pdf', endings: ['.pdf'] }, { kind: 'png', mediaType: 'image/png', endings: ['.png'] },
    { kind: 'jpeg', mediaType: 'image/jpeg', endings: ['.jpg', '.jpeg'] }, { kind: 'webp', mediaType: 'image/webp', endings: ['.webp'] },
    { kind: 'mp4', mediaType: 'video/mp4', endings: ['.mp4', '.m4v'] },
  ],
};
const limits: FileLimits = readLimits(given)!;

describe('the limits of files', () => {
  it('are read as the house writes them, also those over two gigabytes', () => {
    expect(limits).toMatchObject({ maxBytes: 104_857_600, usedBytes: 943_718_400 });
    expect(limits.kinds.map(({ kind }) => kind)).toEqual(['pdf', 'png', 'jpeg', 'webp', 'mp4']);
    expect(readLimits({ ...given, maxBytesPerStand: 50 * 1024 * mega, usedBytes: null })).toMatchObject({ maxBytesPerStand: 53_687_091_200, usedBytes: null });
    expect(readLimits({ ...given, maxBytes: 'viel' })).toBeNull();
  });

  it('are told before one chooses', () => {
    expect(kindNames('picture', limits)).toBe('PNG, JPEG, WebP');
    expect(acceptOf('film', limits)).toBe('video/mp4,.mp4,.m4v');
    expect(kindNames('material', limits)).toBe('PDF, PNG, JPEG, WebP');
    expect(roomOf(limits)).toBe(124 * mega);
    expect(roomOf({ ...limits, usedBytes: null })).toBeNull();
    expect(roomOf({ ...limits, usedBytes: 2048 * mega })).toBe(0);
  });
});

describe('a file that was chosen', () => {
  const file = (name: string, size: number, type = '') => ({ name, size, type });

  it.each([
    ['a picture', file('Logo.PNG', 1000), ErrorCode.none], ['one that is known by its kind alone', file('Logo', 1000, 'image/jpeg'), ErrorCode.none],
    ['another kind', file('Logo.pdf', 1000, 'application/pdf'), ErrorCode.fileKindNotAllowed], ['one without an ending', file('png', 1000), ErrorCode.fileKindNotAllowed],
    ['nothing', file('Logo.png', 0), ErrorCode.fileEmpty], ['the largest', file('Logo.png', 100 * mega), ErrorCode.none],
    ['one byte more', file('Logo.png', 100 * mega + 1), ErrorCode.fileTooLarge],
  ])('is judged before it is sent: %s', (_, chosen, error) => {
    expect(judge(chosen, 'picture', limits)).toBe(error);
  });

  it('needs room in its stand', () => {
    const full = { ...limits, usedBytes: 1023 * mega };
    expect(judge(file('a.png', mega), 'picture', full)).toBe(ErrorCode.none);
    expect(judge(file('a.png', mega + 1), 'picture', full)).toBe(ErrorCode.standFilesFull);
    expect(judge(file('a.png', mega + 1), 'picture', { ...full, usedBytes: null })).toBe(ErrorCode.none);
  });
});

describe('what is said of a size', () => {
  it.each([
    [0, 'de', '0 Byte'], [999, 'en', '999 byte'], [1024, 'de', '1 kB'], [1536, 'de', '1,5 kB'], [100 * mega, 'de', '100 MB'], [1024 * mega, 'en', '1 GB'], [1000 * 1024, 'en', '1 MB'],
    [5 * 1024 * 1024 * mega, 'en', '5,120 GB'],
  ])('%i bytes in %s are %s', (bytes, language, words) => {
    expect(sizeWords(bytes, language)).toBe(words);
  });

  it('is whole only with the last byte', () => {
    expect([percentOf(0, 0), percentOf(0, 7), percentOf(6_999, 7_000), percentOf(7, 7)]).toEqual([0, 0, 99, 100]);
  });
});

describe('a piece', () => {
  it('grows on a fast line and shrinks on a slow one, within limits', () => {
    const after = (milliseconds: number, times: number) => Array.from({ length: times }).reduce((size: number) => nextPiece(size, milliseconds), firstPiece);
    expect([after(100, 1), after(2000, 1), after(9000, 1)]).toEqual([512 * 1024, 256 * 1024, 128 * 1024]);
    expect([after(100, 30), after(9000, 30)]).toEqual([8 * mega, 64 * 1024]);
    expect([pieceAfterBreak(firstPiece), pieceAfterBreak(64 * 1024)]).toEqual([128 * 1024, 64 * 1024]);
  });
});

describe('the address of an upload', () => {
  const path = `/api/files/uploads/${'0a'.repeat(16)}`;

  it('is one of this house', () => {
    expect([readAddress(path), readAddress(`https://haus.example${path}`)]).toEqual([path, path]);
    for (const other of [null, '', 'https://elsewhere.example/', '/api/files/uploads/../me', `${path}x`, `javascript:alert(1)//${path}`]) expect(readAddress(other)).toBeNull();
  });
});
