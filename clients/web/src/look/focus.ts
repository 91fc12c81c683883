/**
 * Gives the focus a place to go on from when what had it is gone: removed, or folded away. Whoever has moved on meanwhile (an answer may take a second)
 * stays where they are.
 */
export function focusIfLost(next: HTMLElement | null | undefined): void {
  const at = document.activeElement;
  if (!at || at === document.body || !at.checkVisibility()) next?.focus();
}
