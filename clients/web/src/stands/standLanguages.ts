import type { Language, Words } from '../words/words.svelte';

/** The languages that something at a stand may be in: those that people in German towns read, plain language and sign language. German first. */
export const standLanguages = [
  'de', 'de-simple', 'gsg', 'en', 'ar', 'bg', 'bs', 'cs', 'da', 'el', 'es', 'fa', 'fi', 'fr', 'fy', 'hr', 'hsb', 'hu', 'it', 'ku', 'lt', 'lv', 'nds', 'nl', 'no', 'pl',
  'pt', 'ro', 'ru', 'sk', 'sl', 'sq', 'sr', 'sv', 'tr', 'uk', 'vi', 'zh',
] as const;

/** The browser knows the names, but for two. */
export function languageName(language: string, current: Language, words: Words): string {
  if (language === 'de-simple') return words('stand.language.simple');
  if (language === 'gsg') return words('stand.language.sign');
  try {
    return new Intl.DisplayNames(current, { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}

/** For the `lang` of what is written in it, so that it is read out right. */
export function spokenLanguage(language: string): string | undefined {
  return language === 'gsg' || language === '' ? undefined : language.split('-')[0];
}
