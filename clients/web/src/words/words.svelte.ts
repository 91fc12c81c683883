import i18next from 'i18next';
import type { Names } from '../room/readFields';
import de from './de.json';
import en from './en.json';

export const languages = ['de', 'en'] as const;
export type Language = (typeof languages)[number];

type Plural<Key> = Key extends `${infer Base}_zero` | `${infer Base}_one` | `${infer Base}_other` ? Base : Key;
export type Key = Plural<keyof typeof de>;
export type Values = Record<string, string | number>;
/** Finds the words for a key; what is given to anything that puts sentences together. */
export type Words = (key: Key, values?: Values) => string;

void i18next.init({
  lng: 'de',
  fallbackLng: 'de',
  resources: { de: { translation: de }, en: { translation: en } },
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
});

let current = $state<Language>('de');

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

export function setLanguage(language: Language): void {
  void i18next.changeLanguage(language);
  current = language;
}

/** The words for a key in the language of the moment; reading it in a template follows a change of language. */
export const t: Words = (key, values) => i18next.getFixedT(current)(key, values ?? {});

/** A name by language: the current one, else the German one that is always there. */
export function named(names: Names): string {
  return names[current] ?? names.de ?? '';
}

/** Day and time, for what is not of today. */
export function momentOf(milliseconds: number): string {
  return new Date(milliseconds).toLocaleString(current, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });
}

/** Day, month and year. */
export function dateOf(date: Date): string {
  return date.toLocaleDateString(current, { dateStyle: 'medium' });
}

/** Hours from 0 to 24 in both languages. */
export function timeOf(date: Date): string {
  return date.toLocaleTimeString(current, { hourCycle: 'h23', hour: '2-digit', minute: '2-digit' });
}
