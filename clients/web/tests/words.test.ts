import { describe, expect, it } from 'vitest';
import de from '../src/words/de.json';
import en from '../src/words/en.json';

const placeholders = (words: string) => [...words.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort();

describe('the words', () => {
  it('are the same keys in German and English', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(de).sort());
  });

  it('take the same values in both languages', () => {
    for (const [key, words] of Object.entries(de)) expect(placeholders(en[key as keyof typeof en]), key).toEqual(placeholders(words));
  });

  it('are not empty, nor left untranslated', () => {
    const same = Object.entries(de).filter(([key, words]) => words === en[key as keyof typeof en]).map(([key]) => key);
    expect(same.sort()).toEqual(['area.stand']);
    for (const words of [...Object.values(de), ...Object.values(en)]) expect(words.trim()).not.toBe('');
  });

  it('know one and many', () => {
    for (const key of Object.keys(de).filter((each) => each.endsWith('_one'))) expect(Object.keys(de)).toContain(key.replace(/_one$/, '_other'));
  });
});
