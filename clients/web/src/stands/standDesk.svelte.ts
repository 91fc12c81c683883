import type { Answer } from '../house/ask';
import { errorWords } from '../house/errorWords';
import { news } from '../news/news.svelte';
import { ErrorCode } from '../room/protocol';
import { settings } from '../settings/settings.svelte';
import { t, type Key, type Values } from '../words/words.svelte';
import { behindAfterStep, fieldOf, hearAll, itemField, itemsOf, placeField, type DraftFields } from './draftFields';
import { failed, fresh, hear, isToSend, keepMine, keepTheirs, sending, take, write, type FieldDraft } from './fieldDraft';
import { editsOf, revisionsOf } from './fillIn';
import { fieldTitle } from './historySentence';
import { getDraft, getStand, nameHost, publishStand, removeHost, sendEdits, undoChange } from './standApi';
import { faultWords, type EditResult, type Fault, type HostRight, type StandDraft, type StandEdit, type StandValue } from './standDraft';
import { rules, type ListPart, type Part, type PartRule } from './standParts';
import type { StandView } from './standViews';
import { templateOf, type TemplateName } from './templates';

/** The desk at which a stand is set up: what the house has, what one has written, and what came of it. */
export class StandDesk {
  view = $state.raw<StandView | null>(null);
  draft = $state.raw<StandDraft | null>(null);
  fields = $state.raw<DraftFields>(new Map());
  /** Why there is nothing to be seen. */
  error = $state<number>(ErrorCode.none);
  /** The revisions that a template has just made, the latest first. */
  filled = $state.raw<readonly number[]>([]);
  private readonly saving = new Map<string, Promise<void>>();
  private asked = 0;
  private heard = 0;

  constructor(readonly id: string) {}

  /** There are words that the house does not have. */
  get isUnsaved(): boolean {
    return [...this.fields.values()].some(({ own }) => own !== null);
  }

  field(name: string): FieldDraft {
    return fieldOf(this.fields, name);
  }

  items(part: ListPart): string[] {
    return itemsOf(this.fields, part);
  }

  rule(part: Part): PartRule {
    return { ...rules[part], ...this.draft?.limits.get(part) };
  }

  /** Of a member of the team by their id, or of who did something by the name that the house has of them; they may have gone since. */
  nameOf(by: string): string {
    const known = this.draft?.team.find(({ member }) => member === by)?.name;
    return known || (by === '' || by === '-' ? t('stand.somebody') : by);
  }

  /** Reads all of it anew. What one has written stays. */
  async load(): Promise<void> {
    const number = ++this.asked;
    const view = await getStand(this.id);
    const draft = 'value' in view && view.value.mayEdit ? await getDraft(this.id) : null;
    // an answer that was overtaken by a later one is past
    if (number < this.heard) return;
    this.heard = number;
    if ('error' in view) return this.lose(view.error);
    if (draft && 'error' in draft) return this.lose(draft.error);
    this.error = ErrorCode.none;
    this.view = view.value;
    this.draft = draft ? draft.value : null;
    if (draft) this.fields = hearAll(this.fields, draft.value.fields);
  }

  write(field: string, value: StandValue): void {
    this.put(field, write(this.field(field), value));
  }

  /** Sends what is written in a field, if anything is; over when the house has it, or has said why not. */
  async save(field: string): Promise<void> {
    const known = this.saving.get(field);
    if (known) return known;
    if (!isToSend(this.field(field))) return;
    const saving = this.send(field).finally(() => this.saving.delete(field));
    this.saving.set(field, saving);
    return saving;
  }

  async saveAll(): Promise<void> {
    await Promise.all([...this.fields.keys()].map((field) => this.save(field)));
  }

  async keepMine(field: string): Promise<void> {
    this.put(field, keepMine(this.field(field)));
    await this.save(field);
  }

  keepTheirs(field: string): void {
    this.put(field, keepTheirs(this.field(field)));
    news.answer(t('stand.tookTheirs', { field: fieldTitle(field, t) }));
  }

  /** Puts an item at the end of a list. Null when it is there; else what is wrong with it, as far as that has not been said. */
  async add(part: ListPart, item: string, value: StandValue): Promise<readonly Fault[] | null> {
    const field = itemField(part, item);
    const result = await this.edit({ field, revision: this.field(field).now.revision, value, behind: null });
    if (!result) return [];
    if (result.verdict === 'unusable') return result.faults;
    const isThere = result.verdict !== 'outdated';
    this.put(field, fresh(result.now));
    news.answer(t(isThere ? 'stand.added' : 'stand.changedMeanwhile', { field: fieldTitle(field, t) }));
    await this.load();
    return isThere ? null : [];
  }

  /** True when it is gone. */
  async remove(part: ListPart, item: string): Promise<boolean> {
    const field = itemField(part, item);
    const { now } = this.field(field);
    // somebody has taken it away already, and the own words go, too
    const result = now.value === null ? null : await this.edit({ field, revision: now.revision, value: null, behind: null });
    if (now.value !== null && !result) return false;
    const isGone = result?.verdict !== 'outdated';
    this.put(field, isGone ? fresh(result?.now ?? now) : hear(this.field(field), result.now));
    news.answer(t(isGone ? 'stand.removed' : 'stand.changedMeanwhile', { field: fieldTitle(field, t) }));
    await this.load();
    return isGone;
  }

  /** Moves an item a step up (-1) or down (1). */
  async move(part: ListPart, item: string, step: -1 | 1): Promise<void> {
    const behind = behindAfterStep(this.items(part), item, step);
    if (behind === null) return;
    const field = placeField(part, item);
    const result = await this.edit({ field, revision: this.field(field).now.revision, value: null, behind });
    if (!result) return;
    await this.load();
    const place = this.items(part).indexOf(item) + 1;
    news.answer(t(result.verdict === 'outdated' ? 'stand.changedMeanwhile' : 'stand.moved', { field: fieldTitle(field, t), place }));
  }

  async undo(revision: number): Promise<void> {
    const answer = await undoChange(this.id, revision);
    if ('error' in answer) return news.answer(errorWords(answer.error));
    const { verdict, faults } = answer.value;
    const said: Record<typeof verdict, Key> = {
      taken: 'stand.undone', same: 'stand.undone', outdated: 'stand.undoLate', forgotten: 'stand.undoForgotten', unusable: 'stand.undoLate',
    };
    news.answer(faults[0] ? faultWords(faults[0], settings.language) : t(said[verdict]));
    await this.load();
  }

  /** Fills what is empty with a template, by edits like any other. */
  async fillIn(name: TemplateName): Promise<void> {
    const edits = editsOf(templateOf(name, settings.language), this.fields);
    const answer = edits.length > 0 ? await sendEdits(this.id, edits) : { value: [] };
    if ('error' in answer) {
      news.answer(errorWords(answer.error));
    } else {
      this.filled = revisionsOf(answer.value);
      news.answer(t(this.filled.length > 0 ? 'template.used' : 'template.nothing'));
    }
    // also after an error: the answer alone may have got lost
    await this.load();
  }

  /** Takes back what the template has filled in, but for what has been changed since. */
  async takeTemplateBack(): Promise<void> {
    let isWhole = true;
    for (const revision of this.filled) {
      const answer = await undoChange(this.id, revision);
      if ('error' in answer) return news.answer(errorWords(answer.error));
      isWhole &&= answer.value.verdict === 'taken' || answer.value.verdict === 'same';
    }
    this.filled = [];
    news.answer(t(isWhole ? 'template.undone' : 'template.undonePartly'));
    await this.load();
  }

  publish = (published: boolean) => this.settle(publishStand(this.id, published), published ? 'stand.published' : 'stand.unpublished');
  setRights = (member: string, rights: readonly HostRight[]) => this.settle(nameHost(this.id, member, rights), 'team.changed', { name: this.nameOf(member) });
  removeFromTeam = (member: string) => this.settle(removeHost(this.id, member), 'team.removed', { name: this.nameOf(member) });

  private async send(field: string): Promise<void> {
    const draft = this.field(field);
    const sent = draft.own;
    this.put(field, sending(draft));
    const result = await this.edit({ field, revision: draft.on, value: sent, behind: null });
    if (!result) return this.put(field, failed(this.field(field)));
    this.put(field, take(this.field(field), result, sent));
    this.say(field, result);
    // what was written meanwhile waits for nobody
    if (this.field(field).state === 'written') return this.send(field);
    if (result.verdict === 'taken') void this.load();
  }

  private async settle(asked: Promise<Answer<unknown>>, done: Key, values: Values = {}): Promise<boolean> {
    const answer = await asked;
    news.answer('error' in answer ? errorWords(answer.error) : t(done, values));
    await this.load();
    return !('error' in answer);
  }

  /** Null when it was refused as a whole, which is said. */
  private async edit(edit: StandEdit): Promise<EditResult | null> {
    const answer = await sendEdits(this.id, [edit]);
    if (!('error' in answer) && answer.value[0]) return answer.value[0];
    news.answer(errorWords('error' in answer ? answer.error : ErrorCode.unexpected));
    return null;
  }

  private say(field: string, { verdict, now, faults }: EditResult): void {
    const title = fieldTitle(field, t);
    if (verdict === 'unusable') news.answer(faults.map((fault) => faultWords(fault, settings.language)).join(' '));
    else if (verdict === 'outdated') news.answer(t('stand.outdatedSaid', { field: title, name: this.nameOf(now.by) }));
    else news.answer(t('stand.saved', { field: title }));
  }

  /** What is on the screen stays there, where there is anything. */
  private lose(error: number): void {
    if (this.view) news.answer(errorWords(error));
    if (!this.view || error === ErrorCode.standUnknown || error === ErrorCode.standRightMissing) this.error = error;
  }

  private put(field: string, draft: FieldDraft): void {
    this.fields = new Map(this.fields).set(field, draft);
  }
}
