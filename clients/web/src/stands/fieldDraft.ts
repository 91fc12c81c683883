import { empty, type EditResult, type Fault, type FieldVersion, type StandValue } from './standDraft';

/**
 * quiet: nothing of one's own; written: the house does not have it yet; saving: it is on its way; saved: the house has it; failed: the house did not answer;
 * outdated: somebody else was faster, and both versions are there; unusable: the house says why it cannot stand there.
 */
export type FieldState = 'quiet' | 'written' | 'saving' | 'saved' | 'failed' | 'outdated' | 'unusable';

/** A field as one has it before the eyes: what the house has, and one's own words as long as the house has not taken them. Never changes; what happens makes another one. */
export type FieldDraft = {
  readonly now: FieldVersion;
  /** Null when there is nothing that the house does not have. */
  readonly own: StandValue | null;
  /** The revision that the own words were written on. */
  readonly on: number;
  readonly state: FieldState;
  readonly faults: readonly Fault[];
};

export function fresh(now: FieldVersion): FieldDraft {
  return { now, own: null, on: now.revision, state: 'quiet', faults: [] };
}

/** What stands in the field on the screen. */
export function shown({ own, now }: FieldDraft): StandValue {
  return own ?? now.value ?? empty;
}

export function isSame(one: StandValue | null, other: StandValue | null): boolean {
  const [a, b] = [one ?? empty, other ?? empty];
  return a.text === b.text && a.language === b.language && a.link === b.link && a.file === b.file;
}

/** One writes. Who was shown another version goes on with their own, and still has to choose. */
export function write(draft: FieldDraft, value: StandValue): FieldDraft {
  const { now, state } = draft;
  if (state === 'outdated' || state === 'saving') return { ...draft, own: value };
  if (isSame(value, now.value)) return fresh(now);
  return { now, own: value, on: now.revision, state: 'written', faults: [] };
}

/** The own words are to be sent now. */
export function isToSend({ own, state }: FieldDraft): boolean {
  return own !== null && (state === 'written' || state === 'failed');
}

export function sending(draft: FieldDraft): FieldDraft {
  return { ...draft, state: 'saving', faults: [] };
}

/** The house did not answer; the words are still there, unless it has been heard meanwhile that it has them. */
export function failed(draft: FieldDraft): FieldDraft {
  if (draft.own === null) return draft;
  return { ...draft, state: draft.now.revision === draft.on ? 'failed' : 'outdated' };
}

/** What the house answered to the words that were sent. What one has written meanwhile stays. */
export function take(draft: FieldDraft, { verdict, now, faults }: Pick<EditResult, 'verdict' | 'now' | 'faults'>, sent: StandValue | null): FieldDraft {
  const { own } = draft;
  // meanwhile the house may have told of something later
  const latest = draft.now.revision > now.revision ? draft.now : now;
  if (verdict === 'taken' || verdict === 'same') {
    const more = own !== null && !isSame(own, sent);
    return more ? { now: latest, own, on: now.revision, state: latest === now ? 'written' : 'outdated', faults: [] } : { ...fresh(latest), state: 'saved' };
  }
  // somebody else has put the same there
  if (own === null) return fresh(latest);
  // the words that cannot stand there have been corrected meanwhile
  if (verdict === 'unusable' && latest.revision === draft.on && !isSame(own, sent)) return { ...draft, now: latest, state: 'written', faults: [] };
  return { ...draft, now: latest, state: verdict === 'unusable' && latest.revision === draft.on ? 'unusable' : 'outdated', faults };
}

/** The house tells how the field is. News that is older than what is known is none. */
export function hear(draft: FieldDraft, now: FieldVersion): FieldDraft {
  if (now.revision <= draft.now.revision) return draft;
  if (draft.own === null || isSame(draft.own, now.value)) return fresh(now);
  return draft.state === 'saving' ? { ...draft, now } : { ...draft, now, state: 'outdated', faults: [] };
}

/** The own words go over what stands there now. */
export function keepMine(draft: FieldDraft): FieldDraft {
  return { ...draft, on: draft.now.revision, state: 'written', faults: [] };
}

export function keepTheirs({ now }: FieldDraft): FieldDraft {
  return fresh(now);
}
