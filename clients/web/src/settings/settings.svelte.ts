import { isLanguage, setLanguage, type Language } from '../words/words.svelte';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const key = 'klapphaus';

type Stored = {
  language?: string; theme?: string; shortcuts?: boolean; readAlong?: boolean; pushToTalk?: boolean; mono?: boolean; microphone?: string; speaker?: string;
  camera?: string; name?: string; affiliation?: string;
};

type Values = Pick<Settings, 'language' | 'theme' | 'shortcuts' | 'readAlong' | 'pushToTalk' | 'mono' | 'microphone' | 'speaker' | 'camera' | 'name' | 'affiliation'>;

/** What this browser remembers of a person: language, theme, shortcuts, how one hears and is heard, and a suggestion for the name. Nothing else is stored. */
class Settings {
  language = $state<Language>('de');
  theme = $state<Theme>('system');
  shortcuts = $state(true);
  /** Others read what one types while one types it. */
  readAlong = $state(false);
  pushToTalk = $state(false);
  /** Everybody is heard in both ears alike. */
  mono = $state(false);
  /** Ids of chosen devices; empty for the browser's own choice. */
  microphone = $state('');
  speaker = $state('');
  camera = $state('');
  name = $state('');
  affiliation = $state('');

  constructor() {
    const stored = read();
    const browser = navigator.languages?.find((language) => isLanguage(language.slice(0, 2)))?.slice(0, 2);
    this.language = isLanguage(stored.language) ? stored.language : isLanguage(browser) ? browser : 'de';
    this.theme = themes.find((theme) => theme === stored.theme) ?? 'system';
    this.shortcuts = stored.shortcuts !== false;
    this.readAlong = stored.readAlong === true;
    this.pushToTalk = stored.pushToTalk === true;
    this.mono = stored.mono === true;
    this.microphone = stored.microphone ?? '';
    this.speaker = stored.speaker ?? '';
    this.camera = stored.camera ?? '';
    this.name = stored.name ?? '';
    this.affiliation = stored.affiliation ?? '';
    this.apply();
  }

  change(values: Partial<Values>): void {
    Object.assign(this, values);
    this.apply();
    try {
      localStorage.setItem(key, JSON.stringify(this.values));
    } catch {
      // storage may be forbidden; then it is asked again next time
    }
  }

  private get values(): Values {
    const { language, theme, shortcuts, readAlong, pushToTalk, mono, microphone, speaker, camera, name, affiliation } = this;
    return { language, theme, shortcuts, readAlong, pushToTalk, mono, microphone, speaker, camera, name, affiliation };
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
