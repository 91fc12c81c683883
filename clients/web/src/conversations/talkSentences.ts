import type { Key, Words } from '../words/words.svelte';
import type { NotConnected, TalkChanged, TalkInfo } from './talkWire';

/** What is needed to speak of people and places. */
export type TalkSpeech = {
  words: Words;
  /** The own avatar's number. */
  me: number;
  nameOf: (handle: number) => string;
  areaTitle: (id: string) => string;
};

const joined: Readonly<Record<string, Key>> = { stopped: 'talk.joined.stopped', met: 'talk.joined.met', letIn: 'talk.joined.letIn' };
const parted: Readonly<Record<string, Key>> = {
  walkedAway: 'talk.left.walkedAway', alone: 'talk.left.alone', outOfSight: 'talk.left.outOfSight', steppedOut: 'talk.left.steppedOut',
  removed: 'talk.left.removed', areaGone: 'talk.left.areaGone', wentToArea: 'talk.left.wentToArea',
};
const refused: Readonly<Record<string, Key>> = {
  busy: 'talk.refused.busy', closed: 'talk.refused.closed', full: 'talk.refused.full', removed: 'talk.refused.removed',
};

/** What is said when one's own conversation is otherwise than before; nothing when that is not worth a sentence. */
export function talkSentences(before: TalkInfo | null, { talk, left }: TalkChanged, speech: TalkSpeech): string[] {
  const { words } = speech;
  if (!talk) {
    const key = parted[left];
    return before && key ? [words(key)] : [];
  }
  if (before?.id !== talk.id) return [entrance(talk, speech)];
  return changes(before, talk, speech);
}

export function refusalSentence({ reason, other }: NotConnected, { words, nameOf }: TalkSpeech): string {
  const key = refused[reason];
  return key ? words(key, { name: other < 0 ? '' : nameOf(other) }) : '';
}

/** "Bo, Cem und Dora": everybody in the conversation but oneself. */
export function othersIn(talk: TalkInfo, { me, nameOf, words }: TalkSpeech): string {
  return enumerate(talk.people.filter(({ handle }) => handle !== me).map(({ handle }) => nameOf(handle)), words);
}

export function enumerate(names: readonly string[], words: Words): string {
  if (names.length < 2) return names[0] ?? '';
  return words('talk.and', { first: names.slice(0, -1).join(', '), last: names[names.length - 1] });
}

function entrance(talk: TalkInfo, speech: TalkSpeech): string {
  const { words, me, nameOf, areaTitle } = speech;
  const others = othersIn(talk, speech);
  const own = talk.people.find(({ handle }) => handle === me);
  const topic = talk.topic ? ` ${words('talk.topicNow', { topic: talk.topic })}` : '';
  if (talk.area !== null) {
    const title = areaTitle(talk.area);
    return (others ? words('talk.joined.area', { title, names: others }) : words('talk.joined.areaAlone', { title })) + topic;
  }
  const key = joined[own?.why ?? ''] ?? 'talk.joined.stopped';
  return words(key, { names: others, name: nameOf(own?.with ?? -1) }) + topic;
}

function changes(before: TalkInfo, talk: TalkInfo, { words, me, nameOf }: TalkSpeech): string[] {
  const said: string[] = [];
  const were = new Map(before.people.map((each) => [each.handle, each]));
  for (const person of talk.people) {
    const name = nameOf(person.handle);
    const was = were.get(person.handle);
    if (!was) said.push(words('talk.came', { name }));
    else if (person.hand > 0 && was.hand === 0 && person.handle !== me) said.push(words('talk.handUp', { name }));
    if (person.handle !== me || !was) continue;
    if (person.muted !== was.muted) said.push(words(person.muted ? 'talk.mutedYou' : 'talk.unmutedYou'));
    if (person.word !== was.word) said.push(words(person.word ? 'talk.wordGiven' : 'talk.wordTaken'));
  }
  const here = new Set(talk.people.map(({ handle }) => handle));
  for (const { handle } of before.people) if (!here.has(handle)) said.push(words('talk.went', { name: nameOf(handle) }));
  for (const knocking of talk.knocks) if (!before.knocks.includes(knocking)) said.push(words('talk.knocks', { name: nameOf(knocking) }));
  if (talk.closed !== before.closed) said.push(words(talk.closed ? 'talk.nowClosed' : 'talk.nowOpen'));
  if (talk.topic !== before.topic && talk.topic) said.push(words('talk.topicNow', { topic: talk.topic }));
  if (talk.leader !== before.leader && talk.leader >= 0 && talk.leader !== me) said.push(words('talk.leads', { name: nameOf(talk.leader) }));
  return said;
}
