import { describe, expect, it } from 'vitest';
import { behindAfterStep, fieldOf, hearAll, itemsOf, type DraftFields } from '../src/stands/draftFields';
import { failed, fresh, hear, isToSend, keepMine, keepTheirs, sending, shown, take, write } from '../src/stands/fieldDraft';
import { changeSentence } from '../src/stands/historySentence';
import { empty, untouched, type EditResult, type FieldVersion, type StandChange, type StandValue } from '../src/stands/standDraft';
import { randomOf } from './plans';

const words = (text: string): StandValue => ({ ...empty, text });
const version = (text: string | null, revision: number, by = 'Bo'): FieldVersion => ({ value: text === null ? null : words(text), place: null, revision, by, since: null });
const answer = (verdict: EditResult['verdict'], now: FieldVersion): Pick<EditResult, 'verdict' | 'now' | 'faults'> => ({ verdict, now, faults: [] });

describe('a field', () => {
  it('is written, sent and saved', () => {
    const written = write(fresh(version('alt', 3)), words('neu'));
    expect([written.state, written.on, isToSend(written)]).toEqual(['written', 3, true]);
    const sent = sending(written);
    expect(isToSend(sent)).toBe(false);
    const saved = take(sent, answer('taken', version('neu', 4, 'Ada')), words('neu'));
    expect([saved.state, saved.own, saved.on, shown(saved).text]).toEqual(['saved', null, 4, 'neu']);
  });

  it('is quiet again when one writes what was there', () => {
    const back = write(write(fresh(version('alt', 3)), words('neu')), words('alt'));
    expect([back.state, back.own, isToSend(back)]).toEqual(['quiet', null, false]);
  });

  it('keeps what is written while it is on its way', () => {
    const more = write(sending(write(fresh(untouched), words('ne'))), words('neu'));
    const taken = take(more, answer('taken', version('ne', 1)), words('ne'));
    expect([taken.state, taken.on, shown(taken).text]).toEqual(['written', 1, 'neu']);
  });

  it('keeps its words when the house does not answer, and they can be sent again', () => {
    const lost = failed(sending(write(fresh(untouched), words('neu'))));
    expect([shown(lost).text, isToSend(lost)]).toEqual(['neu', true]);
    const late = failed(hear(sending(write(fresh(untouched), words('neu'))), version('ihres', 2)));
    expect([late.state, shown(late).text, isToSend(late)]).toEqual(['outdated', 'neu', false]);
  });

  it('has nothing more to say when it is heard that the house has the words, whatever the answer was', () => {
    const heard = hear(sending(write(fresh(version('alt', 3)), words('gleich'))), version('gleich', 4));
    for (const draft of [failed(heard), take(heard, answer('outdated', version('gleich', 4)), words('gleich'))])
      expect([draft.state, draft.own, isToSend(draft), shown(draft).text]).toEqual(['quiet', null, false, 'gleich']);
  });

  it('shows what came after the own words while they were on their way', () => {
    const more = write(sending(write(fresh(version('alt', 3)), words('ne'))), words('neu'));
    const taken = take(hear(more, version('ihres', 5)), answer('taken', version('ne', 4)), words('ne'));
    expect([taken.state, taken.now.value?.text, shown(taken).text]).toEqual(['outdated', 'ihres', 'neu']);
    const wrong = take(hear(more, version('ihres', 5)), answer('unusable', version('alt', 3)), words('ne'));
    expect([wrong.state, wrong.now.value?.text, shown(wrong).text]).toEqual(['outdated', 'ihres', 'neu']);
  });

  it('shows both versions when somebody was faster, and goes on only by a choice', () => {
    const late = take(sending(write(fresh(version('alt', 3)), words('meins'))), answer('outdated', version('ihres', 5)), words('meins'));
    expect([late.state, late.now.value?.text, shown(late).text, isToSend(late)]).toEqual(['outdated', 'ihres', 'meins', false]);
    const more = write(late, words('meins, länger'));
    expect([more.state, isToSend(more)]).toEqual(['outdated', false]);
    const mine = keepMine(more);
    expect([mine.on, isToSend(mine), shown(mine).text]).toEqual([5, true, 'meins, länger']);
    const theirs = keepTheirs(more);
    expect([theirs.state, shown(theirs).text, theirs.on]).toEqual(['quiet', 'ihres', 5]);
  });

  it('says why words cannot stand there, and keeps them', () => {
    const fault = { code: 103, german: 'Zu lang.', english: 'Too long.' };
    const wrong = take(sending(write(fresh(version('alt', 3)), words('zu lang'))), { verdict: 'unusable', now: version('alt', 3), faults: [fault] }, words('zu lang'));
    expect([wrong.state, wrong.faults, shown(wrong).text, isToSend(wrong)]).toEqual(['unusable', [fault], 'zu lang', false]);
    expect(isToSend(write(wrong, words('kurz')))).toBe(true);
  });

  it('sends words that were corrected while those that cannot stand there were on their way', () => {
    const corrected = write(sending(write(fresh(version('alt', 3)), words('zu lang'))), words('kurz'));
    const written = take(corrected, { verdict: 'unusable', now: version('alt', 3), faults: [{ code: 103, german: 'Zu lang.', english: 'Too long.' }] }, words('zu lang'));
    expect([written.state, written.on, written.faults, shown(written).text, isToSend(written)]).toEqual(['written', 3, [], 'kurz', true]);
  });

  it('follows what others do as long as one has written nothing', () => {
    expect(shown(hear(fresh(version('alt', 3)), version('neu', 4))).text).toBe('neu');
    expect(hear(fresh(version('neu', 4)), version('alt', 3)).now.revision).toBe(4);
    const conflict = hear(write(fresh(version('alt', 3)), words('meins')), version('ihres', 4));
    expect([conflict.state, shown(conflict).text]).toEqual(['outdated', 'meins']);
    expect(hear(write(fresh(version('alt', 3)), words('gleich')), version('gleich', 4)).own).toBeNull();
  });
});

/** The house for one field, as it takes edits. */
class House {
  now: FieldVersion = version('', 1);
  /** All that ever stood there. */
  readonly past: string[] = [];

  take(value: StandValue, on: number, by: string): Pick<EditResult, 'verdict' | 'now' | 'faults'> {
    if (value.text === this.now.value?.text) return answer('same', this.now);
    if (on !== this.now.revision) return answer('outdated', this.now);
    this.past.push(value.text);
    this.now = version(value.text, this.now.revision + 1, by);
    return answer('taken', this.now);
  }
}

describe('two hosts who write at the same time', () => {
  it.each(Array.from({ length: 100 }, (_, seed) => seed))('lose nothing, schedule %i', (seed) => {
    const random = randomOf(seed);
    const house = new House();
    const hosts = ['Ada', 'Bo'].map((name) => ({ name, draft: fresh(house.now), sent: null as StandValue | null, reply: null as ReturnType<House['take']> | null, last: '', given: new Set<string>() }));
    const step = (host: (typeof hosts)[number], number: number) => {
      const { draft } = host;
      const what = Math.floor(random() * 6);
      if (what <= 1) {
        host.last = `${host.name} ${number}`;
        host.draft = write(draft, words(host.last));
      } else if (what === 2 && isToSend(draft)) {
        host.sent = draft.own;
        host.draft = sending(draft);
        const before = house.now.revision;
        host.reply = house.take(draft.own!, draft.on, host.name);
        // nobody overwrites what they have not seen
        if (host.reply.verdict === 'taken') expect(draft.now.revision).toBe(before);
      } else if (what === 3 && host.reply) {
        // now and then the answer is lost on the way
        host.draft = random() < 0.8 ? take(draft, host.reply, host.sent) : failed(draft);
        host.reply = null;
      } else if (what === 4) host.draft = hear(draft, house.now);
      else if (what === 5 && draft.state === 'outdated') {
        if (random() < 0.5) host.draft = keepMine(draft);
        else {
          host.given.add(host.last);
          host.draft = keepTheirs(draft);
        }
      }
    };
    for (let number = 0; number < 200; number++) {
      const host = hosts[Math.floor(random() * 2)];
      step(host, number);
      // the latest words of each are on their screen, or were taken, or given up by a choice of their own
      for (const { draft, last, given } of hosts) {
        if (draft.state !== 'saving' && draft.state !== 'outdated') expect(draft.on).toBe(draft.now.revision);
        if (draft.state !== 'quiet' && draft.state !== 'saved') expect(draft.own).not.toBeNull();
        expect(shown(draft).text === last || house.past.includes(last) || given.has(last) || last === '', `schedule ${seed}, step ${number}: “${last}” is lost`).toBe(true);
      }
    }
  });
});

describe('lists', () => {
  const at = (place: number, revision = 1): FieldVersion => ({ ...version('', revision), place });
  const fields: DraftFields = hearAll(new Map(), new Map<string, FieldVersion>([
    ['name', version('Stand', 1)],
    ['topics/b', version('B', 2)], ['topics/b/place', at(20)],
    ['topics/a', version('A', 3)], ['topics/a/place', at(10)],
    ['topics/c', version('C', 4)], ['topics/c/place', at(20)],
    ['topics/gone', version(null, 5)], ['topics/gone/place', at(0)],
    ['materials/a', version('M', 6)], ['materials/a/place', at(0)],
  ]));

  it('are in the order of their places, and by id where two are the same', () => {
    expect(itemsOf(fields, 'topics')).toEqual(['a', 'b', 'c']);
    expect(itemsOf(fields, 'materials')).toEqual(['a']);
    expect(itemsOf(fields, 'videos')).toEqual([]);
  });

  it('take places anew that have no other revision', () => {
    const spread = hearAll(fields, new Map([...fields].map(([field, { now }]) => [field, field === 'topics/a/place' ? at(99) : now] as const)));
    expect(itemsOf(spread, 'topics')).toEqual(['b', 'c', 'a']);
  });

  it('keep an item that somebody took away while one was writing in it', () => {
    const mine = new Map(fields).set('topics/a', write(fieldOf(fields, 'topics/a'), words('A, länger')));
    const later = new Map([...fields].map(([field, { now }]) => [field, field === 'topics/a' ? version(null, 9) : now] as const));
    for (const heard of [hearAll(mine, later), hearAll(mine, new Map([...later].filter(([field]) => field !== 'topics/a')))]) {
      expect(itemsOf(heard, 'topics')).toContain('a');
      expect([fieldOf(heard, 'topics/a').state, shown(fieldOf(heard, 'topics/a')).text]).toEqual(['outdated', 'A, länger']);
    }
    expect(itemsOf(hearAll(fields, later), 'topics')).toEqual(['b', 'c']);
  });

  it('do not forget how a field was emptied', () => {
    const emptied: DraftFields = new Map([['hours', fresh(version(null, 7))]]);
    expect(fieldOf(hearAll(emptied, new Map()), 'hours').now.revision).toBe(7);
  });

  it.each([['a', -1, null], ['b', -1, ''], ['c', -1, 'a'], ['a', 1, 'b'], ['c', 1, null], ['x', 1, null]] as const)('%s moved by %i goes behind %s', (item, step, behind) => {
    expect(behindAfterStep(['a', 'b', 'c'], item, step)).toBe(behind);
  });
});

describe('the history', () => {
  const said = (key: string, values: Record<string, string | number> = {}) => `${key}(${Object.values(values).join('|')})`;
  const change = (field: string, before: string | null, after: string | null, undoes = 0): StandChange => ({
    revision: 1, field, before: before === null ? null : words(before), after: after === null ? null : words(after), by: 'Ada', at: new Date(0), undoes,
  });

  it.each([
    [change('name', null, 'A'), 'stand.history.written(stand.part.name()||A)'],
    [change('name', 'A', 'B'), 'stand.history.changed(stand.part.name()|A|B)'],
    [change('hours', 'A', null), 'stand.history.emptied(stand.part.hours()|A|)'],
    [change('topics/a', null, 'A'), 'stand.history.added(stand.part.topics()||A)'],
    [change('topics/a', 'A', null), 'stand.history.removed(stand.part.topics()|A|)'],
    [change('topics/a/place', '', ''), 'stand.history.moved(stand.part.topics()||)'],
    [change('name', 'B', 'A', 4), 'stand.history.undoing(stand.history.changed(stand.part.name()|B|A))'],
  ])('tells a change in a sentence', (given, sentence) => expect(changeSentence(given, said)).toBe(sentence));

  it('puts a long text into one short line', () => {
    const sentence = changeSentence(change('text', null, `${'Wort '.repeat(40)}\n\nEnde`), said);
    expect(sentence.length).toBeLessThan(130);
    expect(sentence).not.toContain('\n');
  });
});
