import { isLanguage, setLanguage, type Language } from '../words/words.svelte';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const key = 'klapphaus';

type Stored = { language?: string; theme?: string; shortcuts?: boolean; name?: string; affiliation?: string };

/** What this browser remembers of a person: language, theme, shortcuts and a suggestion for the name. Nothing else is stored. */
class Settings {
  language = $state<Language>('de');
  theme = $state<Theme>('system');
  shortcuts = $state(true);
  name = $state('');
  affiliation = $state('');

  constructor() {
    const stored = read();
    const browser = navigator.languages?.find((language) => isLanguage(language.slice(0, 2)))?.slice(0, 2);
    this.language = isLanguage(stored.language) ? stored.language : isLanguage(browser) ? browser : 'de';
    this.theme = themes.find((theme) => theme === stored.theme) ?? 'system';
    this.shortcuts = stored.shortcuts !== false;
    this.name = stored.name ?? '';
    this.affiliation = stored.affiliation ?? '';
    this.apply();
  }

  change(values: Partial<Pick<Settings, 'language' | 'theme' | 'shortcuts' | 'name' | 'affiliation'>>): void {
    Object.assign(this, values);
    this.apply();
    const { language, theme, shortcuts, name, affiliation } = this;
    try {
      localStorage.setItem(key, JSON.stringify({ language, theme, shortcuts, name, affiliation }));
    } catch {
      // storage may be forbidden; then it is asked again next time
    }
  }

  private apply(): void {
    setLanguage(this.language);
    const root = document.documentElement;
    root.lang = this.language;
    root.dataset.theme = this.theme;
  }
}

function read(): Stored {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof stored === 'object' && stored !== null ? (stored as Stored) : {};
  } catch {
    return {};
  }
}

export const settings = new Settings();
