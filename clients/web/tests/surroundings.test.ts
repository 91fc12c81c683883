import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { changesSentence, directionOf, peopleSentence, whereAmI, type Speech } from '../src/words/surroundings';
import de from '../src/words/de.json';
import { area, at, door, plan } from './plans';

let speech: Speech;

beforeAll(async () => {
  await i18next.init({ lng: 'de', resources: { de: { translation: de } }, keySeparator: false, nsSeparator: false, interpolation: { escapeValue: false } });
  speech = { words: (key, values) => i18next.t(key, values ?? {}), named: (names) => names.de };
});

const hall = plan(
  Array.from({ length: 30 }, () => '.'.repeat(30)),
  [area('s7', 'stand', 7, 'Weimar', 20, 10, 4, 4), area('l', 'lobby', 0, 'Empfang', 8, 8, 5, 5)],
  [door('d', 'Foyer', 10, 29)],
);

describe('where am I', () => {
  it('names room and area, and the nearest three with distance and direction', () => {
    const people = [{ name: 'Bo', ...at(10, 7) }, { name: 'Cem', ...at(1, 1) }];
    expect(whereAmI('Halle', hall, at(10, 10), people, speech)).toBe(
      'Sie sind hier: Halle, Empfang. In der Nähe: Bo: 3 Meter im Norden; Stand 7, Weimar: 10 Meter im Osten; Cem: 13 Meter im Nordwesten.');
  });

  it('calls a stand as its exhibitor does', () => {
    const signed = { ...speech, standIn: (id: string) => (id === 's7' ? { name: 'Stadtwerke Nebelfeld', line: 'Strom', staffed: false, draft: false } : undefined) };
    expect(whereAmI('Halle', hall, at(10, 10), [], signed)).toContain('Stand 7, Stadtwerke Nebelfeld: 10 Meter im Osten');
  });

  it('does not name the stand one stands in as being near', () => {
    expect(whereAmI('Halle', hall, at(21, 11), [], speech)).toBe('Sie sind hier: Halle, Stand 7, Weimar. In der Nähe: Tür zu: Foyer: 20 Meter im Südwesten.');
  });

  it('says nothing of neighbours where there are none', () => {
    expect(whereAmI('Garten', plan(['...']), at(1, 0), [], speech)).toBe('Sie sind hier: Garten.');
  });

  it('counts one metre as one, and nothing as here', () => {
    const people = [{ name: 'Bo', ...at(2, 0) }, { name: 'Cem', ...at(1, 0) }];
    expect(whereAmI('Garten', plan(['...']), at(1, 0), people, speech)).toContain('Cem: hier; Bo: 1 Meter im Osten');
  });

  it('knows the compass', () => {
    const around = [[0, -1], [1, -1], [1, 0], [1, 1], [0, 1], [-1, 1], [-1, 0], [-1, -1]];
    expect(around.map(([x, y]) => directionOf({ x: 0, y: 0 }, { x, y }).replace('direction.', '')))
      .toEqual(['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw']);
  });
});

describe('sentences about people', () => {
  it('name one and count several', () => {
    expect(peopleSentence(['Bo'], 'people.cameOne', 'people.came', speech.words)).toBe('Bo kam herein.');
    expect(peopleSentence(['Bo', 'Cem', 'Dia'], 'people.cameOne', 'people.came', speech.words)).toBe('3 Personen kamen herein.');
  });

  it('say what changed while one was away', () => {
    expect(changesSentence(3, 2, speech.words)).toBe('Wieder verbunden. Inzwischen: 3 Personen kamen, 2 gingen.');
    expect(changesSentence(0, 1, speech.words)).toBe('Wieder verbunden. Inzwischen: eine Person ging.');
    expect(changesSentence(0, 0, speech.words)).toBe('Wieder verbunden. Es hat sich nichts geändert.');
  });
});
