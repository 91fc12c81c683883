import { describe, expect, it } from 'vitest';
import { roomInAddress, invitationInAddress } from '../src/house/address';
import { destinationsOf, placeBeside, placeIn, search } from '../src/room/destinations';
import { distance } from '../src/room/floorPlan';
import { initials } from '../src/room/initials';
import { Keys } from '../src/room/keys';
import { area, at, door, plan } from './plans';

const speech = { words: (key: string, values?: Record<string, string | number>) => `${key} ${Object.values(values ?? {}).join(' ')}`.trim(), named: (names: Readonly<Record<string, string>>) => names.de };
const floor = plan(['..........', '...oo.....', '..........'],
  [area('b', 'stand', 17, 'Köln', 6, 0, 3, 3), area('a', 'stand', 7, 'Gießen', 2, 0, 4, 3)], [door('d', 'Foyer', 9, 2)]);
const bo = { handle: 4, availability: 'available' as const, member: { id: 'b', name: 'Bo Berg', affiliation: 'Weimar', role: 'visitor', verified: true } };
const me = { handle: 1, availability: 'available' as const, member: { ...bo.member, name: 'Ada' } };

describe('destinations', () => {
  const all = destinationsOf(floor, [bo, me], 1, speech);

  it('are stands by number, doors and the others', () => {
    expect(all.map(({ key }) => key)).toEqual(['area-a', 'area-b', 'door-d', 'person-4']);
    expect(all.map(({ verified }) => verified === true)).toEqual([false, false, false, true]);
  });

  it.each([['7', 'area-a'], ['giessen', 'area-a'], ['koln', 'area-b'], ['weimar', 'person-4'], ['berg bo', 'person-4'], ['foyer', 'door-d']])('are found by %s', (words, key) => {
    expect(search(all, words).map((each) => each.key)).toEqual([key]);
  });

  it('have the name and the line of a stand that somebody has set up, and say whether somebody is there', () => {
    const signed = { ...speech, standIn: (id: string) => (id === 'a' ? { name: 'Werkstatt', line: 'Leere Läden', staffed: true, draft: true } : undefined) };
    const stands = destinationsOf(floor, [], 1, signed);
    expect(stands.map(({ title, detail }) => [title, detail]).slice(0, 2)).toEqual([['area.stand 7, Werkstatt', 'Leere Läden · stand.staffed · stand.draft'], ['area.stand 17, Köln', '']]);
    expect(search(stands, 'leere laden').map(({ key }) => key)).toEqual(['area-a']);
  });

  it('are all of them without a search, none for nonsense', () => {
    expect(search(all, ' ')).toHaveLength(4);
    expect(search(all, 'xyz')).toEqual([]);
  });
});

describe('the place to walk to', () => {
  it('is free and near the middle of an area', () => {
    expect(placeIn(floor, floor.areas[1], [])).toEqual(at(3, 0));
  });

  it('is not where somebody stands', () => {
    expect(placeIn(floor, floor.areas[1], [at(3, 0)])).toEqual(at(4, 0));
  });

  it('is beside a person, on the own side', () => {
    const place = placeBeside(floor, at(8, 0), at(0, 0));
    expect(distance(place, at(8, 0))).toBeCloseTo(41.6, 0);
    expect(place.x).toBeLessThan(at(8, 0).x);
  });
});

describe('small things', () => {
  it.each([['Ada Lovelace', 'AL'], ['özgür', 'Ö'], ['Anna-Lena von Thun', 'AT'], ['(Bo) Berg', 'B'], ['Bo Berg 2', 'BB'], ['4711', '4'], ['', '·']])('%s has the initials %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });

  it('keys held together lead together, and letters can be switched off', () => {
    const keys = new Keys();
    expect([keys.press('ArrowUp', false), keys.press('KeyD', true), keys.press('KeyA', false), keys.press('KeyG', true)]).toEqual([true, true, false, false]);
    expect(keys.direction).toEqual([1, -1]);
    keys.release('ArrowUp');
    expect(keys.direction).toEqual([1, 0]);
  });

  it('keys know which letters walk', () => {
    const keys = new Keys();
    expect([keys.knows('KeyW', true), keys.knows('KeyW', false), keys.knows('ArrowLeft', false), keys.knows('KeyO', true)]).toEqual([true, false, true, false]);
  });

  it('the address names a room or carries an invitation', () => {
    expect(roomInAddress({ search: '?raum=halle', hash: '' })).toBe('halle');
    expect(roomInAddress({ search: '', hash: '#raum=halle' })).toBe('halle');
    expect(invitationInAddress({ hash: '#invitation=ab-c_1' })).toBe('ab-c_1');
    expect(invitationInAddress({ hash: '' })).toBeNull();
  });
});
