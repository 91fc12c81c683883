import type { Key, Words } from '../words/words.svelte';
import type { StandChange, StandValue } from './standDraft';
import { isPlace, itemOf, partOf } from './standParts';

const longest = 80;

/** What a field is called; of an item, its list. */
export function fieldTitle(field: string, words: Words): string {
  const part = partOf(field);
  return part ? words(`stand.part.${part}`) : field;
}

/** A value in one line. */
export function valueWords(value: StandValue | null): string {
  if (!value) return '';
  const said = [value.text, value.link].filter(Boolean).join(', ').replace(/\s+/g, ' ').trim();
  return said.length > longest ? `${said.slice(0, longest - 1).trimEnd()}…` : said;
}

function kindOf({ field, before, after }: StandChange): Key {
  if (isPlace(field)) return 'stand.history.moved';
  const isItem = itemOf(field) !== '';
  if (after === null) return isItem ? 'stand.history.removed' : 'stand.history.emptied';
  if (before === null) return isItem ? 'stand.history.added' : 'stand.history.written';
  return 'stand.history.changed';
}

/** What somebody has changed, in a sentence without their name. */
export function changeSentence(change: StandChange, words: Words): string {
  const values = { field: fieldTitle(change.field, words), before: valueWords(change.before), after: valueWords(change.after) };
  const sentence = words(kindOf(change), values);
  return change.undoes > 0 ? words('stand.history.undoing', { change: sentence }) : sentence;
}
