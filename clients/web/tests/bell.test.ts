import { describe, expect, it } from 'vitest';
import de from '../src/words/de.json';
import { bellSentence, binds, callSentence, goesOn, talkSentence, waits } from '../src/stands/bellSentences';
import { bellEnds, readBellChanged, readBellRang, readBellStops, readStandAttended, type BellChanged, type BellRang, type BellRequest } from '../src/stands/bellWire';
import type { Words } from '../src/words/words.svelte';

/** The German words, as far as these sentences need them. */
const words: Words = (key, values = {}) => {
  const plural = typeof values.count === 'number' && !(key in de) ? `_${values.count === 0 && `${key}_zero` in de ? 'zero' : values.count === 1 ? 'one' : 'other'}` : '';
  return de[`${key}${plural}` as keyof typeof de].replace(/{{(\w+)}}/g, (_, name: string) => String(values[name]));
};

const waiting: BellChanged = { stand: 's1', name: 'Stadt Soest', wish: 'ring', state: 'waiting', end: null, place: 1, length: 1, called: 2, isStaffed: true, host: '', text: '', textBy: '', since: 5 };
const call: BellRang = { stand: 's1', name: 'Stadt Soest', room: 'halle', area: 'stand-7', request: 3, visitor: 'Vera', affiliation: 'Stadt Hamm', wish: 'ring', since: 5 };

describe('what is told of bells', () => {
  it('is read, and what cannot be it is nothing', () => {
    expect(readBellRang({ ...call })).toEqual(call);
    expect([{ ...call, stand: '../x' }, { ...call, room: '' }, { ...call, area: null }, { ...call, request: 0 }, null, 7].map(readBellRang)).toEqual([null, null, null, null, null, null]);
    expect(readBellRang({ ...call, wish: 'shout', since: 12n, name: 7 })).toEqual({ ...call, name: '', since: 12 });
    expect(readBellRang({ ...call, request: 1_795_700_000_123 })?.request).toBe(1_795_700_000_123); // numbers are about as great as moments
    expect(readBellStops({ stand: 's1', request: 3, by: 'Bea' })).toEqual({ stand: 's1', request: 3, by: 'Bea' });
    expect(readBellStops({ stand: 's1' })).toBeNull();
    expect(readBellChanged({ ...waiting, staffed: true })).toEqual(waiting);
    expect(readBellChanged({ ...waiting, state: 'ringing' })).toBeNull();
    expect(readBellChanged({ ...waiting, state: 'over', end: 'eaten' })).toMatchObject({ end: null, isStaffed: false });
  });

  it('names visitors and who waits, without those who cannot be read', () => {
    const visitor = { member: 'm1', name: 'Vera', affiliation: '', since: 5 };
    const request = { request: 3, visitor: 'Vera', affiliation: '', wish: 'talk', since: 5, calls: true };
    const desk = { stand: 's1', name: '', room: 'halle', area: 'stand-7', onDuty: true, hosts: ['Bea'], visitors: [visitor], count: 1, line: [request], talk: null };
    expect(readStandAttended(desk)).toEqual(desk);
    expect(readStandAttended({ ...desk, hosts: ['Bea', 7], visitors: [visitor, {}], line: [request, { request: 'x' }], talk: {} })).toEqual(desk);
    expect(readStandAttended({ stand: 's1' })).toMatchObject({ onDuty: false, visitors: [], line: [], talk: null });
    expect(readStandAttended({})).toBeNull();
  });
});

describe('a visitor who waits', () => {
  it('is told what happens', () => {
    expect(bellSentence(waiting, words)).toBe('Es klingelt: 2 Personen werden gerufen.');
    expect(bellSentence({ ...waiting, called: 1 }, words)).toBe('Es klingelt: Eine Person wird gerufen.');
    expect(bellSentence({ ...waiting, called: 0, isStaffed: false }, words)).toContain('Gerade ist niemand für den Stand da.');
    expect(bellSentence({ ...waiting, state: 'unheard', called: 1 }, words)).toContain('Noch hat niemand geantwortet.');
  });

  it('is told the place in the line where there is one', () => {
    expect(bellSentence({ ...waiting, called: 0, place: 2, length: 3 }, words)).toBe('Alle sind gerade im Gespräch. Sie werden gerufen, sobald jemand frei ist. In der Reihe stehen 3, Sie an Stelle 2.');
    expect(bellSentence({ ...waiting, called: 0 }, words)).toContain('Sie sind als Nächstes an der Reihe');
    expect(bellSentence({ ...waiting, place: 2, length: 2 }, words)).toContain('Sie an Stelle 2.');
  });

  it('reads what a host has answered', () => {
    const answered: BellChanged = { ...waiting, state: 'over', end: 'declined', text: 'In zehn Minuten gern', textBy: 'Bea' };
    expect(bellSentence(answered, words)).toBe('Gerade kann niemand kommen. Bea schreibt: „In zehn Minuten gern“');
    expect(bellSentence({ ...answered, state: 'accepted', end: null, host: 'Bea' }, words)).not.toContain('schreibt');
  });

  it('is told who comes, and how it ended', () => {
    const accepted: BellChanged = { ...waiting, state: 'accepted', host: 'Bea', place: 0, length: 0, called: 0 };
    expect(bellSentence(accepted, words)).toBe('Bea kommt zu Ihnen an den Stand.');
    expect(bellSentence({ ...accepted, wish: 'talk' }, words)).toBe('Bea ist jetzt für Sie allein da.');
    expect(bellSentence({ ...accepted, host: '' }, words)).toBe('Jemand kommt zu Ihnen an den Stand.');
    const ends = bellEnds.map((end) => bellSentence({ ...waiting, state: 'over', end }, words));
    expect(new Set(ends).size).toBe(bellEnds.length);
    expect([waiting, { ...waiting, state: 'unheard' as const }, accepted, { ...waiting, state: 'over' as const }].map((bell) => [waits(bell), goesOn(bell)]))
      .toEqual([[true, true], [true, true], [false, true], [false, false]]);
  });
});

describe('a visitor who rings elsewhere', () => {
  it('does not while one waits or talks, and may when somebody comes', () => {
    const accepted: BellChanged = { ...waiting, state: 'accepted', host: 'Bea' };
    expect([waiting, { ...waiting, state: 'unheard' as const }, { ...accepted, wish: 'talk' as const }].map(binds)).toEqual([true, true, true]);
    expect([accepted, { ...waiting, state: 'over' as const }, { ...waiting, wish: 'talk' as const, state: 'over' as const }].map(binds)).toEqual([false, false, false]);
  });
});

describe('a host in a talk', () => {
  it('is told when it begins and when it ends', () => {
    const talk: BellRequest = { request: 3, visitor: 'Vera', affiliation: '', wish: 'talk', since: 5, calls: false };
    expect(talkSentence(null, talk, 'Stadt Soest', words)).toBe('Das Gespräch zu zweit mit Vera am Stand „Stadt Soest“ beginnt.');
    expect(talkSentence(talk, null, '', words)).toBe('Ihr Gespräch mit Vera am Stand „Noch ohne Namen“ ist beendet.');
    expect(talkSentence(talk, { ...talk }, 'Stadt Soest', words)).toBe('');
    expect(talkSentence(null, null, 'Stadt Soest', words)).toBe('');
    expect(talkSentence(talk, { ...talk, request: 4, visitor: 'Max' }, 'Stadt Soest', words))
      .toBe('Ihr Gespräch mit Vera am Stand „Stadt Soest“ ist beendet. Das Gespräch zu zweit mit Max am Stand „Stadt Soest“ beginnt.');
  });
});

describe('a host who is called', () => {
  it('is told by whom, and where', () => {
    expect(callSentence(call, 'Halle', words)).toBe('Vera (Stadt Hamm) klingelt am Stand „Stadt Soest“ (Halle).');
    expect(callSentence({ ...call, affiliation: '', name: '', wish: 'talk' }, 'Halle', words)).toBe('Vera bittet am Stand „Noch ohne Namen“ (Halle) um ein Gespräch zu zweit.');
  });
});
