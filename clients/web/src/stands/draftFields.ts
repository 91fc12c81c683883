import { fresh, hear, type FieldDraft } from './fieldDraft';
import { untouched, type FieldVersion } from './standDraft';
import { isPlace, itemOf, type ListPart } from './standParts';

/** All fields of a stand as one has them before the eyes, by their names. */
export type DraftFields = ReadonlyMap<string, FieldDraft>;

export function fieldOf(drafts: DraftFields, field: string): FieldDraft {
  return drafts.get(field) ?? fresh(untouched);
}

export const itemField = (part: ListPart, item: string): string => `${part}/${item}`;
export const placeField = (part: ListPart, item: string): string => `${part}/${item}/place`;

/** The house tells how all fields are. Own words stay, also when what they were written on is gone. */
export function hearAll(drafts: DraftFields, now: ReadonlyMap<string, FieldVersion>): DraftFields {
  const heard = new Map(drafts);
  for (const [field, draft] of drafts) {
    // what is empty may go unmentioned, and its revision still counts
    if (now.has(field) || draft.now.value === null) continue;
    if (draft.own === null || isPlace(field)) heard.delete(field);
    else heard.set(field, { ...draft, now: { ...draft.now, value: null, by: '', since: null }, state: 'outdated' });
  }
  for (const [field, version] of now) {
    const draft = drafts.get(field);
    // places are all given anew from time to time, without another revision
    heard.set(field, draft && !isPlace(field) ? hear(draft, version) : fresh(version));
  }
  return heard;
}

/** The items of a list in its order; those, too, that somebody took away while one was writing in them. */
export function itemsOf(drafts: DraftFields, part: ListPart): string[] {
  const place = (item: string) => drafts.get(placeField(part, item))?.now.place ?? Number.MAX_SAFE_INTEGER;
  return [...drafts]
    .filter(([field, { now, own }]) => field.startsWith(`${part}/`) && !isPlace(field) && (now.value !== null || own !== null))
    .map(([field]) => itemOf(field))
    .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

/** Behind which item one goes that moves a step up (-1) or down (1): '' for the front; null when there is no step to go. */
export function behindAfterStep(items: readonly string[], item: string, step: -1 | 1): string | null {
  const index = items.indexOf(item);
  if (index < 0) return null;
  if (step === 1) return items[index + 1] ?? null;
  return index === 0 ? null : items[index - 2] ?? '';
}
