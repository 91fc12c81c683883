import { fieldOf, itemField, itemsOf, type DraftFields } from './draftFields';
import { shown } from './fieldDraft';
import { empty, type EditResult, type StandEdit } from './standDraft';
import { wordId } from './standParts';
import type { Template } from './templates';

const texts = ['line', 'text'] as const;
const lists = ['topics', 'challenges', 'solutions'] as const;

/** Nothing stands yet in what a template fills. */
export function isBlank(fields: DraftFields): boolean {
  return texts.every((part) => shown(fieldOf(fields, part)).text === '') && lists.every((part) => itemsOf(fields, part).length === 0);
}

/**
 * The edits that fill what is empty with a template; of what is there nothing is touched. The ids of items are made of their words, so that a template that is
 * used again, since the answer got lost, makes the same edits.
 */
export function editsOf(template: Template, fields: DraftFields): StandEdit[] {
  const ofTexts = texts
    .filter((part) => shown(fieldOf(fields, part)).text === '')
    .map((part) => ({ field: part, revision: fieldOf(fields, part).now.revision, value: { ...empty, text: template[part] }, behind: null }));
  const ofLists = lists
    .filter((part) => itemsOf(fields, part).length === 0)
    .flatMap((part) => template[part].map((text) => {
      const field = itemField(part, wordId(text));
      return { field, revision: fieldOf(fields, field).now.revision, value: { ...empty, text }, behind: null };
    }));
  return [...ofTexts, ...ofLists];
}

/** The revisions that a template has made, the latest first, so that they can be taken back in turn. */
export function revisionsOf(results: readonly EditResult[]): number[] {
  return results.filter(({ verdict }) => verdict === 'taken').map(({ now }) => now.revision).sort((a, b) => b - a);
}
