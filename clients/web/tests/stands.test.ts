import { describe, expect, it } from 'vitest';
import de from '../src/words/de.json';
import en from '../src/words/en.json';
import { contrast } from '../src/render/colour';
import { hexOf, judge, leastContrast, nearest, readHex, textOn } from '../src/stands/accents';
import { readStandDraft, readEditResults, faultWords } from '../src/stands/standDraft';
import { languageName, spokenLanguage, standLanguages } from '../src/stands/standLanguages';
import { itemOf, isPlace, newId, partOf, sortOf, titleOf, wordId } from '../src/stands/standParts';
import { readCard, readStandLink, readStandView } from '../src/stands/standViews';
import { readStandsChanged } from '../src/stands/standWire';

describe('signs of stands', () => {
  it('are read as the house sends them, and what cannot be one is none', () => {
    const sign = { id: 's1', area: 'stand-7', name: 'Nebelfeld', line: 'Strom', accent: '#0a5a86', logo: 'f1', staffed: true, draft: false };
    expect(readStandsChanged({ room: 'halle', stands: [sign, { ...sign, id: '../x' }, { ...sign, area: '' }, null] })).toEqual({ room: 'halle', stands: [sign] });
    expect(readStandsChanged({ stands: [sign] })).toBeNull();
  });

  it('have no colour but one of six digits', () => {
    const read = (accent: unknown) => readStandsChanged({ room: 'r', stands: [{ id: 's', area: 'a', accent }] })?.stands[0].accent;
    expect(['#0A5A86', 'red', '#fff', 'url(x)', 7].map(read)).toEqual(['#0A5A86', '', '', '', '']);
  });
});

describe('a stand', () => {
  const given = {
    id: 's1', room: 'halle', area: 'a', name: 'Nebelfeld', line: 'Strom', html: '<p>Guten Tag</p>', logo: '', accent: '#ffdd00', accentText: '#1f2a37', hours: '', contact: 'Ada',
    contactLink: 'javascript:alert(1)', topics: ['Leerstand'], challenges: [{ id: 'leerstand', text: '' }], solutions: [{ text: 'x' }], pictures: [{ id: 'p1', text: 'Hof', file: 'f2' }],
    videos: [{ id: 'v1', text: 'Film', file: '', link: 'https://example.org/v', language: 'de' }],
    materials: [{ id: 'm1', text: 'Bericht', file: 'f3', link: '', language: 'de', down: 'Falsche Zahlen' }, { id: 'm2', text: 'Seite', file: '', link: 'data:text/html,x', language: 'en', down: null }],
    state: 'open', reason: '', mayEdit: true, mayPublish: true, mayNameHosts: false, mayModerate: false,
  };

  it('is read with its lists', () => {
    expect(readStandView(given)).toMatchObject({
      topics: [{ id: 'Leerstand', text: 'Leerstand' }], challenges: [{ id: 'leerstand', text: 'leerstand' }], solutions: [], pictures: [{ id: 'p1', text: 'Hof', file: 'f2' }],
      mayEdit: true, mayNameHosts: false, state: 'open',
    });
  });

  it('leads nowhere but to pages', () => {
    const view = readStandView(given);
    expect(view?.contactLink).toBe('');
    expect(view?.videos[0].link).toBe('https://example.org/v');
    expect(view?.materials[1].link).toBe('');
  });

  it('says of a material whether it is offline, and why', () => {
    expect(readStandView(given)?.materials.map(({ isDown, reason }) => [isDown, reason])).toEqual([[true, 'Falsche Zahlen'], [false, '']]);
  });

  it('counts as hidden in a state that nobody knows', () => {
    expect(readCard({ id: 's1', state: 'gone', mine: true })).toMatchObject({ state: 'hidden', isMine: true });
    expect(readCard({ state: 'open' })).toBeNull();
  });

  it('has a link for its team, written out or as a token', () => {
    expect(readStandLink({ id: 'i1', link: 'https://haus/#invitation=x' }, 'https://haus')).toEqual({ id: 'i1', link: 'https://haus/#invitation=x' });
    expect(readStandLink({ id: 'i1', token: 'abc' }, 'https://haus')?.link).toBe('https://haus/#invitation=abc');
    expect(readStandLink({ id: 'i1' }, 'https://haus')).toBeNull();
  });
});

describe('the draft of a stand', () => {
  const draft = readStandDraft({
    fields: {
      name: { value: { text: 'Nebelfeld', language: '', link: '', file: '', place: 0 }, revision: 3, by: 'Ada', since: '2026-03-02T12:00:00+00:00' },
      'materials/a7': { value: null, revision: 5, by: '-', since: '2026-03-02T12:00:00+00:00' },
      'materials/a7/place': { value: { text: '', place: -1048576 }, revision: 2, by: 'Ada', since: null },
    },
    history: [{ revision: 3, field: 'name', before: null, after: { text: 'Nebelfeld' }, by: 'Ada', at: '2026-03-02T12:00:00+00:00', undoes: 0 }, { revision: 4, field: 'name' }],
    team: [
      { member: 'm1', name: 'Ada', rights: ['edit', 'fly'], owner: true, presence: 'reachable' },
      { member: 'm2', name: 'Bo', rights: ['staff'], owner: false, presence: 'on the moon' },
    ],
    limits: { name: { most: 1, longest: 80 }, line: { most: 0 } },
    missing: [{ field: 'line', code: 102, german: 'Ein Satz: Der Text fehlt.', english: 'One line: The text is missing.' }],
  });

  it('has fields with what stands in them and where they stand', () => {
    expect(draft?.fields.get('name')).toMatchObject({ value: { text: 'Nebelfeld' }, revision: 3, by: 'Ada', since: new Date('2026-03-02T12:00:00Z') });
    expect(draft?.fields.get('materials/a7')).toMatchObject({ value: null, revision: 5 });
    expect(draft?.fields.get('materials/a7/place')?.place).toBe(-1048576);
  });

  it('has what else is needed, and nothing that cannot be read', () => {
    expect(draft?.history.map(({ revision }) => revision)).toEqual([3]);
    expect(draft?.team).toEqual([
      { member: 'm1', name: 'Ada', rights: ['edit'], isOwner: true, presence: 'reachable' },
      { member: 'm2', name: 'Bo', rights: ['staff'], isOwner: false, presence: null },
    ]);
    expect([...(draft?.limits ?? [])]).toEqual([['name', { most: 1, longest: 80 }]]);
    expect(draft?.missing.map((fault) => [faultWords(fault, 'de'), faultWords(fault, 'en')])).toEqual([['Ein Satz: Der Text fehlt.', 'One line: The text is missing.']]);
    expect(readStandDraft({})).toBeNull();
  });

  it('gets answers to edits in their order', () => {
    const answers = readEditResults({ results: [{ field: 'name', verdict: 'outdated', now: { value: { text: 'x' }, revision: 9 }, faults: [] }, { verdict: 'perhaps' }] });
    expect(answers).toMatchObject([{ field: 'name', verdict: 'outdated', now: { revision: 9, value: { text: 'x' } } }]);
  });
});

describe('parts of a stand', () => {
  it('are found in the name of a field', () => {
    expect(['name', 'materials/a7', 'materials/a7/place', 'roof'].map((field) => [partOf(field), itemOf(field), isPlace(field)])).toEqual([
      ['name', '', false], ['materials', 'a7', false], ['materials', 'a7', true], [null, '', false],
    ]);
  });

  it('take the kinds of files that they show', () => expect((['logo', 'pictures', 'videos', 'materials'] as const).map(sortOf)).toEqual(['picture', 'picture', 'film', 'material']));

  it.each([['Leerstand_2026.pdf', 'Leerstand 2026'], ['Bericht', 'Bericht'], ['Zahlen 3.10.xlsx', 'Zahlen 3.10'], ['Ein sehr langer Name.pdf', 'Ein sehr langer']])('file %s is called %s', (file, title) => {
    expect(titleOf(file, 15 + 1)).toBe(title);
  });

  it.each([
    ['Leerstand in der Fußgängerzone', 'leerstand-in-der-fussgaengerzone'], ['Café am Übergang', 'cafe-am-uebergang'], ['  --  ', ''], ['!?', ''],
    ['Ein sehr langer Name für eine Herausforderung', 'ein-sehr-langer-name-fuer-eine-herau'], ['Straße 7', 'strasse-7'],
  ])('challenge %s goes under %s', (name, id) => expect(wordId(name)).toBe(id));

  it('new items have ids that the house takes, each its own', () => {
    const ids = Array.from({ length: 50 }, newId);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9][a-z0-9-]{0,39}$/);
    expect(new Set(ids).size).toBe(50);
  });
});

describe('the colour of a stand', () => {
  it.each([
    ['', { kind: 'none' }], ['blue', { kind: 'unreadable' }], ['#fff', { kind: 'unreadable' }], ['#0a5a86', { kind: 'white', ratio: 7.4 }], ['#ffdd00', { kind: 'dark' }],
    ['#ff0000', { kind: 'low', ratio: 3.9 }], ['#777777', { kind: 'low', ratio: 4.4 }], ['#767676', { kind: 'white', ratio: 4.5 }],
  ])('%s is judged in words', (colour, verdict) => expect(judge(colour)).toMatchObject(verdict));

  it('has a neighbour that holds when it does not itself', () => {
    for (let grey = 0; grey < 256; grey++) {
      const near = nearest([grey, 255 - grey, (grey * 7) % 256]);
      expect(contrast(near, textOn(near))).toBeGreaterThanOrEqual(leastContrast);
      expect(readHex(hexOf(near))).toEqual(near);
      expect(nearest(near)).toEqual(near);
    }
  });
});

describe('languages at a stand', () => {
  it('have names in both languages of the house', () => {
    const words = (book: Record<string, string>) => (key: string) => book[key];
    const names = standLanguages.map((language) => [languageName(language, 'de', words(de)), languageName(language, 'en', words(en))]);
    for (const [index, [german, english]] of names.entries()) {
      expect(german, standLanguages[index]).not.toBe(standLanguages[index]);
      expect(english, standLanguages[index]).not.toBe(standLanguages[index]);
    }
    expect(new Set(names.map(([german]) => german)).size).toBe(standLanguages.length);
  });

  it('are told to who reads them out, as far as that can speak them', () => {
    expect(['de', 'de-simple', 'gsg', '', 'uk'].map(spokenLanguage)).toEqual(['de', 'de', undefined, undefined, 'uk']);
  });
});
