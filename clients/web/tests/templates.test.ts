import { describe, expect, it } from 'vitest';
import { hearAll } from '../src/stands/draftFields';
import { editsOf, isBlank, revisionsOf } from '../src/stands/fillIn';
import { empty, untouched, type FieldVersion } from '../src/stands/standDraft';
import { rules } from '../src/stands/standParts';
import { templateNames, templateOf } from '../src/stands/templates';

const version = (text: string, revision: number): FieldVersion => ({ value: text ? { ...empty, text } : null, place: null, revision, by: 'm1', since: null });
const fields = (entries: Record<string, FieldVersion>) => hearAll(new Map(), new Map(Object.entries(entries)));

describe.each(['de', 'en'] as const)('each template in %s', (language) => {
  it.each(templateNames)('%s fits into the fields, and says what is still to be said', (name) => {
    const template = templateOf(name, language);
    expect(template.line.length).toBeLessThanOrEqual(rules.line.longest);
    expect(template.line).toMatch(/^\[.+\]$/);
    expect(template.text.length).toBeLessThanOrEqual(rules.text.longest);
    expect(template.text.match(/^# /gm)?.length).toBeGreaterThanOrEqual(3);
    expect(template.text.match(/^\[.+\]$/gm)).toHaveLength(template.text.match(/^# /gm)!.length);
    for (const topic of template.topics) expect(topic.length).toBeLessThanOrEqual(rules.topics.longest);
    const edits = editsOf(template, new Map());
    expect(new Set(edits.map(({ field }) => field)).size).toBe(edits.length);
    expect(edits.length).toBeLessThanOrEqual(50);
    for (const { field } of edits) expect(field).toMatch(/^(line|text|(topics|challenges|solutions)\/[0-9a-z-]{1,36})$/);
  });

  it('is another one', () => expect(new Set(templateNames.map((name) => templateOf(name, language).line)).size).toBe(templateNames.length));
});

describe('a template', () => {
  const template = templateOf('town', 'de');

  it('is offered where nothing stands yet but a name', () => {
    expect(isBlank(new Map())).toBe(true);
    expect(isBlank(fields({ name: version('Stadt Soest', 1), line: version('', 2) }))).toBe(true);
    expect(isBlank(fields({ line: version('Läden auf Zeit', 1) }))).toBe(false);
    expect(isBlank(fields({ 'topics/t1': version('Leerstand', 1) }))).toBe(false);
  });

  it('fills what is empty, by the revision that one has before the eyes, and touches nothing else', () => {
    const edits = editsOf(template, fields({ line: version('Läden auf Zeit', 1), text: version('', 4), 'topics/t1': version('Handel', 2) }));
    expect(edits.map(({ field, revision }) => [field, revision])).toEqual([['text', 4], ['challenges/leerstand-in-der-fussgaengerzone', 0], ['solutions/zwischennutzung', 0]]);
    expect(edits[0].value).toEqual({ ...empty, text: template.text });
  });

  it('makes the same edits when it is used again', () => {
    expect(editsOf(template, new Map())).toEqual(editsOf(template, new Map()));
    expect(editsOf(template, new Map()).map(({ field }) => field)).toContain('topics/leerstand');
  });

  it('is taken back from its end, and only what was taken', () => {
    const result = (verdict: 'taken' | 'outdated' | 'same', revision: number) => ({ field: 'line', verdict, now: { ...untouched, revision }, faults: [] });
    expect(revisionsOf([result('taken', 5), result('outdated', 9), result('taken', 6), result('same', 2)])).toEqual([6, 5]);
  });
});
