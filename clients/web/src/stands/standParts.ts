import type { FileSort } from '../files/fileSorts';

/** The parts of what a stand says of itself, as they travel. */
export const parts = [
  'name', 'line', 'text', 'logo', 'accent', 'hours', 'contact', 'topics', 'challenges', 'solutions', 'pictures', 'videos', 'materials',
] as const;
export type Part = (typeof parts)[number];

export const listParts = ['topics', 'challenges', 'solutions', 'pictures', 'videos', 'materials'] as const;
export type ListPart = (typeof listParts)[number];

/** What may stand in a part. The house decides the same; here it only says which fields are shown, and how long they get. */
export type PartRule = {
  /** So many items a list has at most. */
  readonly most: number;
  /** So many characters. */
  readonly longest: number;
  readonly needsText?: true;
  readonly hasLines?: true;
  readonly takesFile?: true;
  readonly takesLink?: true;
  /** There must be a file or a link. */
  readonly needsSource?: true;
  readonly takesLanguage?: true;
};

export const rules: Readonly<Record<Part, PartRule>> = {
  name: { most: 1, longest: 80, needsText: true },
  line: { most: 1, longest: 160 },
  text: { most: 1, longest: 8000, hasLines: true },
  logo: { most: 1, longest: 200, takesFile: true, needsSource: true },
  accent: { most: 1, longest: 20 },
  hours: { most: 1, longest: 200 },
  contact: { most: 1, longest: 500, hasLines: true, takesLink: true },
  topics: { most: 20, longest: 40, needsText: true },
  challenges: { most: 20, longest: 200, needsText: true },
  solutions: { most: 20, longest: 200, needsText: true },
  pictures: { most: 24, longest: 200, needsText: true, takesFile: true, needsSource: true },
  videos: { most: 10, longest: 120, needsText: true, takesFile: true, takesLink: true, needsSource: true, takesLanguage: true },
  materials: { most: 100, longest: 120, needsText: true, takesFile: true, takesLink: true, needsSource: true, takesLanguage: true },
};

/** Which kinds of files a part takes. */
export function sortOf(part: Part): FileSort {
  return part === 'videos' ? 'film' : part === 'materials' ? 'material' : 'picture';
}

/** What is probably in a file, by its name: `Leerstand_2026.pdf` is called "Leerstand 2026". */
export function titleOf(file: string, longest: number): string {
  return file.replace(/\.[^.]{1,5}$/, '').replace(/[_\s]+/g, ' ').trim().slice(0, longest).trim();
}

/** Of a field (`name`, `materials/a7`, `materials/a7/place`); null when there is no such part. */
export function partOf(field: string): Part | null {
  const name = field.split('/')[0];
  return parts.find((part) => part === name) ?? null;
}

/** Of a field, the item of the list; empty for a part that is none. */
export function itemOf(field: string): string {
  return field.split('/')[1] ?? '';
}

/** The field says where its item stands, and not what it is. */
export function isPlace(field: string): boolean {
  return field.split('/').length === 3;
}

const longestWord = 36;

/** The id under which a challenge or a solution goes: made of its name, so that two stands that say the same mean the same. */
export function wordId(name: string): string {
  const letters = name.normalize('NFC').toLowerCase().replace(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter] ?? '');
  const plain = letters.normalize('NFD').replace(/\p{M}/gu, '').replace(/[^0-9a-z]+/g, '-').replace(/^-/, '');
  return plain.slice(0, longestWord).replace(/-+$/, '');
}

/** An id for a new item of another list. */
export function newId(): string {
  return `i${[...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
