import type { Outcome, Result, Step } from './connectionTest';

export type Verdict = 'good' | 'few' | 'many' | 'text' | 'local' | 'bad';

/** What the results come to, for somebody who only wants to know whether it will work. */
export function verdict(results: readonly Result[]): Verdict {
  const of = (step: Step): Outcome => results.find((each) => each.step === step)?.outcome ?? 'none';
  const relays = [of('turnUdp'), of('turnTcp'), of('turnTls')];
  if (of('house') !== 'works') return 'bad';
  const hasWay = relays.includes('works') || of('stun') === 'works';
  if (of('mediaServer') === 'fails') return hasWay ? 'few' : 'text';
  if (of('mediaServer') === 'works') return hasWay ? 'good' : 'many';
  if (relays.every((each) => each === 'none')) return 'local';
  return hasWay ? 'good' : 'text';
}
