import type { IconName } from '../look/Icon.svelte';
import type { Key } from '../words/words.svelte';

export type PanelName = 'goto' | 'talk' | 'people' | 'rooms' | 'order' | 'news' | 'settings' | 'help' | 'more' | 'invitations' | 'places' | 'stand' | 'find';

export type PanelEntry = {
  name: PanelName;
  title: Key;
  icon: IconName;
  /** The key that opens it while the floor has the focus. */
  shortcut: string;
  /**
   * main: always in the bar; side: in the bar, on a phone behind "more"; phone: only there; organiser: beside the rooms and behind "more", for organisers;
   * floor: opened where one stands.
   */
  place: 'main' | 'side' | 'phone' | 'organiser' | 'floor';
  /** Only who keeps the house civil has it. */
  forModerators?: true;
};

/** One panel is open at a time; each has its button in the bar below. */
export const panels: readonly PanelEntry[] = [
  { name: 'goto', title: 'goto.title', icon: 'walk', shortcut: 'g', place: 'main' },
  { name: 'talk', title: 'talk.title', icon: 'talk', shortcut: 't', place: 'main' },
  { name: 'people', title: 'people.title', icon: 'people', shortcut: 'p', place: 'main' },
  { name: 'find', title: 'find.title', icon: 'find', shortcut: 'f', place: 'side' },
  { name: 'rooms', title: 'rooms.title', icon: 'rooms', shortcut: 'r', place: 'side' },
  { name: 'order', title: 'order.title', icon: 'order', shortcut: 'm', place: 'side', forModerators: true },
  { name: 'news', title: 'news.title', icon: 'news', shortcut: 'v', place: 'side' },
  { name: 'settings', title: 'settings.title', icon: 'settings', shortcut: 'e', place: 'side' },
  { name: 'help', title: 'help.title', icon: 'help', shortcut: '?', place: 'side' },
  { name: 'invitations', title: 'invitations.title', icon: 'invitation', shortcut: '', place: 'organiser' },
  { name: 'places', title: 'places.title', icon: 'stand', shortcut: '', place: 'organiser' },
  { name: 'stand', title: 'stand.title', icon: 'stand', shortcut: '', place: 'floor' },
  { name: 'more', title: 'more.title', icon: 'more', shortcut: '', place: 'phone' },
];
