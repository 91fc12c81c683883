import type { Words } from '../words/words.svelte';
import type { BellChanged, BellRang, BellRequest } from './bellWire';

/** What one asked for at a bell still goes on, or has just been granted. */
export function goesOn(bell: BellChanged): boolean {
  return bell.state !== 'over';
}

/** The visitor has asked, and nobody has come yet. */
export function waits(bell: BellChanged): boolean {
  return bell.state === 'waiting' || bell.state === 'unheard';
}

/** One waits, or talks with a host: meanwhile one rings nowhere else. */
export function binds(bell: BellChanged): boolean {
  return waits(bell) || (bell.state === 'accepted' && bell.wish === 'talk');
}

/** How it is with what a visitor has asked for, in whole sentences. */
export function bellSentence(bell: BellChanged, words: Words): string {
  const sentence = stateSentence(bell, words);
  return bell.text && bell.state !== 'accepted' ? `${sentence} ${words('bell.said', { host: bell.textBy || words('bell.somebody'), text: bell.text })}` : sentence;
}

function stateSentence(bell: BellChanged, words: Words): string {
  if (bell.state === 'accepted') return words(bell.wish === 'talk' ? 'bell.talks' : 'bell.comes', { host: bell.host || words('bell.somebody') });
  if (bell.state === 'over') return words(`bell.over.${bell.end ?? 'withdrawn'}`);
  const what = bell.state === 'unheard' ? words('bell.unheard')
    : bell.called > 0 ? words('bell.rings', { count: bell.called })
    : words(bell.isStaffed ? 'bell.allBusy' : 'bell.nobody');
  return bell.length > 1 || (bell.called === 0 && bell.isStaffed) ? `${what} ${words('bell.place', { place: bell.place, count: bell.length })}` : what;
}

/** What has become of the talk at a stand that one looks after; empty when that is as before. */
export function talkSentence(before: BellRequest | null, now: BellRequest | null, stand: string, words: Words): string {
  if (before?.request === now?.request) return '';
  const where = stand || words('stand.unnamed');
  return [before && words('bell.talkEnds', { name: before.visitor, stand: where }), now && words('bell.talkBegins', { name: now.visitor, stand: where })].filter(Boolean).join(' ');
}

/** A visitor by name and where they come from. */
export function visitorTitle(name: string, affiliation: string): string {
  return affiliation ? `${name} (${affiliation})` : name;
}

/** Who wants a host, where. */
export function callSentence(call: BellRang, room: string, words: Words): string {
  return words(call.wish === 'talk' ? 'bell.wantsTalk' : 'bell.wants', { visitor: visitorTitle(call.visitor, call.affiliation), stand: call.name || words('stand.unnamed'), room });
}
