import { describe, expect, it } from 'vitest';
import { enumerate, othersIn, refusalSentence, talkSentences } from '../src/conversations/talkSentences';
import type { Participant, TalkInfo } from '../src/conversations/talkWire';

const names: Record<number, string> = { 1: 'Ada', 2: 'Bo', 3: 'Cem' };
const speech = {
  words: (key: string, values?: Record<string, string | number>) => `${key}(${Object.values(values ?? {}).join('|')})`,
  me: 1,
  nameOf: (handle: number) => names[handle] ?? '?',
  areaTitle: (id: string) => `Tisch ${id}`,
};

function person(handle: number, more: Partial<Participant> = {}): Participant {
  return { handle, why: 'stopped', with: 2, heard: true, sound: true, listens: false, word: false, muted: false, hand: 0, follows: false, microphone: false, camera: false, screen: false, hidden: false, ...more };
}

function talk(people: Participant[], more: Partial<TalkInfo> = {}): TalkInfo {
  return { id: 7, area: null, topic: '', closed: false, speakersOnly: false, routed: false, people, knocks: [], leader: -1, ...more };
}

const both = talk([person(1), person(2)]);

describe('what is said of a conversation', () => {
  it('begins with whom and why', () => {
    expect(talkSentences(null, { talk: both, left: '' }, speech)).toEqual(['talk.joined.stopped(Bo|Bo)']);
    const met = talk([person(1, { why: 'met', with: 3 }), person(2), person(3)], { topic: 'Leerstand' });
    expect(talkSentences(null, { talk: met, left: '' }, speech)).toEqual(['talk.joined.met(talk.and(Bo|Cem)|Cem) talk.topicNow(Leerstand)']);
  });

  it('names the place where it is one, also for who is alone there', () => {
    expect(talkSentences(null, { talk: talk([person(1)], { area: '2' }), left: '' }, speech)).toEqual(['talk.joined.areaAlone(Tisch 2)']);
    expect(talkSentences(null, { talk: talk([person(1), person(2)], { area: '2' }), left: 'wentToArea' }, speech)).toEqual(['talk.joined.area(Tisch 2|Bo)']);
  });

  it('ends with the reason, and only if one was in it', () => {
    expect(talkSentences(both, { talk: null, left: 'outOfSight' }, speech)).toEqual(['talk.left.outOfSight()']);
    expect(talkSentences(null, { talk: null, left: 'alone' }, speech)).toEqual([]);
  });

  it('tells who comes, goes, knocks and has a question', () => {
    const after = talk([person(1), person(3, { hand: 1 })], { knocks: [2], closed: true, topic: 'Läden', leader: 3 });
    expect(talkSentences(both, { talk: after, left: '' }, speech)).toEqual([
      'talk.came(Cem)', 'talk.went(Bo)', 'talk.knocks(Bo)', 'talk.nowClosed()', 'talk.topicNow(Läden)', 'talk.leads(Cem)',
    ]);
    expect(talkSentences(both, { talk: talk([person(1), person(2, { hand: 1 })]), left: '' }, speech)).toEqual(['talk.handUp(Bo)']);
  });

  it('tells one what was done to oneself, and not what one did', () => {
    expect(talkSentences(both, { talk: talk([person(1, { muted: true, hand: 1 }), person(2)]), left: '' }, speech)).toEqual(['talk.mutedYou()']);
    expect(talkSentences(both, { talk: both, left: '' }, speech)).toEqual([]);
  });

  it('puts names together as people do', () => {
    expect(enumerate([], speech.words)).toBe('');
    expect(enumerate(['Ada'], speech.words)).toBe('Ada');
    expect(enumerate(['Ada', 'Bo', 'Cem'], speech.words)).toBe('talk.and(Ada, Bo|Cem)');
    expect(othersIn(talk([person(1), person(2), person(9)]), speech)).toBe('talk.and(Bo|?)');
  });

  it('says why nothing began', () => {
    expect(refusalSentence({ reason: 'busy', conversation: 0, other: 2 }, speech)).toBe('talk.refused.busy(Bo)');
    expect(refusalSentence({ reason: 'closed', conversation: 4, other: -1 }, speech)).toBe('talk.refused.closed()');
    expect(refusalSentence({ reason: 'something new', conversation: 4, other: -1 }, speech)).toBe('');
  });
});
