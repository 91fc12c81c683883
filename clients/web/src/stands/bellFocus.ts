import { tick } from 'svelte';
import { focusIfLost } from '../look/focus';

/** What the focus is in may go with the next piece of news; then it goes on to something that stays. To be called before the news is shown. */
export function keepFocus(part: HTMLElement | undefined, goOn: () => HTMLElement | null | undefined): void {
  if (!part?.contains(document.activeElement)) return;
  void tick().then(() => focusIfLost(goOn()));
}
