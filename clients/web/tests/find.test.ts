import { describe, expect, it } from 'vitest';
import { addressOf, choicesOf, filterCount, noQuery } from '../src/stands/findQuery';
import { outcome, piecesOf, reasonsToTell, whereabouts } from '../src/stands/findWords';
import { readChallenges, readFound, type Hit, type Reason } from '../src/stands/findWire';

const words = (key: string, values?: Record<string, string | number>) => `${key} ${Object.values(values ?? {}).join(' ')}`.trim();
const reason: Reason = { field: 'text', text: 'Wir füllen leere Läden', ranges: [{ start: 17, length: 5 }], cutBefore: false, cutAfter: false };
const hit: Hit = {
  stand: 's1', name: 'Stadt Soest', item: '', title: 'Stadt Soest', line: 'Läden auf Zeit', accent: '#0a5a86', room: 'halle', area: 'stand-7', isStaffed: true, reasons: [reason], solutions: [],
  metres: 34, doors: [],
};
const facets = { stands: 1, materials: 2, staffed: 0, rooms: [{ value: 'halle', count: 3 }], topics: [], challenges: [], languages: [] };
const found = { hits: [hit], total: 1, hasAllWords: true, unknown: [], isComplete: true, facets };

describe('what was found', () => {
  it('is read as the house sends it', () => {
    expect(readFound({ hits: [{ ...hit, staffed: true }], total: 1, hasAllWords: true, unknown: [], complete: true, facets })).toEqual(found);
  });

  it('is none when it cannot be one', () => {
    expect(readFound({ hits: [hit] })).toBeNull();
    const read = readFound({ hits: [{ ...hit, stand: '../x' }, { ...hit, room: '' }, 7], total: 3, facets: { rooms: [{ value: '', count: 1 }, { value: 'halle', count: -1 }] } });
    expect(read?.hits).toEqual([]);
    expect(read?.facets).toEqual({ stands: 0, materials: 0, staffed: 0, rooms: [], topics: [], challenges: [], languages: [] });
  });

  it('has no colours, fields and ranges but those that there are', () => {
    const read = readFound({ hits: [{ ...hit, accent: 'red', reasons: [{ ...reason, field: 'secret' }, { ...reason, ranges: [{ start: -1, length: 2 }, { start: 1, length: 0 }] }], metres: 'far', doors: null }], total: 1 })?.hits[0];
    expect(read).toMatchObject({ accent: '', reasons: [{ field: 'text', ranges: [] }], metres: null, doors: null });
  });

  it('knows the challenges of the network', () => {
    expect(readChallenges({ challenges: [{ id: 'leerstand', german: 'Leerstand', english: 'Vacancy', answers: [] }, { id: '', german: 'x' }] })).toEqual([{ id: 'leerstand', german: 'Leerstand', english: 'Vacancy' }]);
  });
});

describe('a search', () => {
  it('asks for words, filters and the way', () => {
    const query = { ...noQuery, words: ' leere Läden ', topic: 'Innenstadt & Markt', kind: 'stand' as const, staffed: true, nearest: true };
    expect(Object.fromEntries(new URL(addressOf(query, { room: 'halle', x: 320.4, y: 64 }, 20), 'https://haus').searchParams)).toEqual({
      q: 'leere Läden', take: '20', topic: 'Innenstadt & Markt', kind: 'stand', staffed: 'true', near: 'halle,320,64', nearest: 'true', skip: '20',
    });
    expect(addressOf({ ...noQuery, nearest: true }, null, 0)).toBe('/api/stands/search?q=&take=20');
  });

  it('counts its filters, and offers what is chosen even where it leads nowhere', () => {
    expect(filterCount(noQuery)).toBe(0);
    expect(filterCount({ ...noQuery, words: 'x', room: 'halle', kind: 'stand', staffed: true, nearest: true })).toBe(4);
    expect(choicesOf('room', facets, 'halle')).toEqual([{ value: 'halle', count: 3 }]);
    expect(choicesOf('room', facets, 'foyer')).toEqual([{ value: 'foyer', count: 0 }, { value: 'halle', count: 3 }]);
    expect(choicesOf('topic', null, '')).toEqual([]);
  });
});

describe('a reason', () => {
  it('is in pieces, those marked that were looked for', () => {
    expect(piecesOf(reason)).toEqual([{ text: 'Wir füllen leere ', isMarked: false }, { text: 'Läden', isMarked: true }]);
    expect(piecesOf({ ...reason, text: 'Läden', ranges: [{ start: 0, length: 5 }], cutBefore: true, cutAfter: true }).map(({ text }) => text)).toEqual(['… ', 'Läden', ' …']);
  });

  it('keeps all of its text, whatever the ranges are', () => {
    const ranges = [{ start: 4, length: 6 }, { start: 5, length: 2 }, { start: 20, length: 50 }];
    const pieces = piecesOf({ ...reason, ranges });
    expect(pieces.map(({ text }) => text).join('')).toBe(reason.text);
    expect(pieces.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toEqual(['füllen']);
  });

  it('is not told where it stands there anyway', () => {
    const [title, line] = [{ ...reason, field: 'title' as const }, { ...reason, field: 'line' as const }];
    expect(reasonsToTell({ ...hit, reasons: [title, line, reason] })).toEqual([reason]);
    expect(reasonsToTell({ ...hit, item: 'materials/a1', reasons: [title, line, reason] })).toEqual([line, reason]);
  });
});

describe('the words', () => {
  const where = (changes: Partial<Hit>) => whereabouts({ ...hit, ...changes }, 'foyer', (room) => room.toUpperCase(), words);

  it('say where something is and how far', () => {
    expect(where({})).toBe('find.away HALLE 34');
    expect(where({ doors: ['d1'] })).toBe('find.awayThrough HALLE 34');
    expect(where({ metres: 0 })).toBe('find.at HALLE');
    expect(where({ metres: null, doors: null })).toBe('HALLE');
    expect(where({ room: 'foyer' })).toBe('find.away find.here 34');
  });

  it('say how much was found, and what was not', () => {
    expect(outcome(found, words)).toBe('find.count 1');
    expect(outcome({ ...found, total: 30, hasAllWords: false }, words)).toBe('find.some 30 1 find.notAll');
    expect(outcome({ ...found, hits: [], total: 0 }, words)).toBe('find.count 0');
    expect(outcome({ ...found, hits: [], total: 0 }, words, false)).toBe('find.noneYet');
    expect(outcome({ ...found, hits: [], total: 0, isComplete: false }, words, false)).toBe('find.count 0 find.incomplete');
    expect(outcome({ ...found, hits: [], total: 0, hasAllWords: false, unknown: ['xyz', 'q'], isComplete: false }, words)).toBe('find.count 0 find.unknown find.quoted xyz, find.quoted q find.incomplete');
  });
});
