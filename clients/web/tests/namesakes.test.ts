import { describe, expect, it } from 'vitest';
import { OwnName } from '../src/house/ownName';
import { renamings, withNewNames } from '../src/room/namesakes';
import { readMember, type Person } from '../src/room/wire';

function person(handle: number, id: string, name: string): Person {
  return { handle, member: { id, name, affiliation: '', role: 'visitor', verified: false }, availability: 'available' };
}

function message(from: number, name: string, to: string | null = null) {
  return { from, name, to, text: `von ${from}` };
}

const known = new Map([person(1, 'eve', 'Ada'), person(2, 'bo', 'Bo')].map((each) => [each.handle, each]));

describe('somebody who is shown under another name', () => {
  it('is who is here already and told of with another one', () => {
    expect(renamings(known, [person(3, 'ada', 'Ada'), person(1, 'eve', 'Ada (2)'), person(2, 'bo', 'Bo')])).toEqual([{ handle: 1, before: 'Ada', after: 'Ada (2)' }]);
  });

  it('is not somebody else who has been given the number', () => {
    expect(renamings(known, [person(1, 'ida', 'Ida')])).toEqual([]);
  });

  it('is read to the end, where the number is', () => {
    const name = `${'🙂'.repeat(40)} (2)`;
    expect(readMember({ id: 'eve', name })!.name).toBe(name);
  });

  it('has written under the new name what was written before', () => {
    const messages = [message(1, 'Ada'), message(2, 'Bo', 'Ada'), message(2, 'Bo'), message(1, 'Cem')];
    expect(withNewNames(messages, [{ handle: 1, before: 'Ada', after: 'Ada (2)' }])).toEqual(
      [message(1, 'Ada (2)'), message(2, 'Bo', 'Ada (2)'), message(2, 'Bo'), message(1, 'Cem')]);
  });

  it('leaves the list alone when it is nobody', () => {
    const messages = [message(1, 'Ada')];
    expect(withNewNames(messages, [])).toBe(messages);
  });
});

describe('the name under which one is shown oneself', () => {
  const words = (key: string, values?: Record<string, string | number>) => `${key}(${Object.values(values ?? {}).join('|')})`;

  it('is said once, and again only when it is another one', () => {
    const own = new OwnName(words);
    own.introduce('Ada');
    expect(['Ada', 'Ada (2)', 'Ada (2)', 'Ada', 'Ada'].map((name) => own.news(name))).toEqual(['', 'room.shownAs(Ada (2))', '', 'room.shownAs(Ada)', '']);
  });

  it('is still known after the line was lost', () => {
    const own = new OwnName(words);
    own.introduce('Ada');
    own.news('Ada (2)');
    own.introduce('Ada');
    expect(own.news('Ada (2)')).toBe('');
  });

  it('is forgotten by who goes', () => {
    const own = new OwnName(words);
    own.introduce('Ada');
    own.forget();
    own.introduce('Bo');
    expect(own.news('Bo')).toBe('');
  });
});
