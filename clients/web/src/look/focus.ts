/**
 * Gives the focus a place to go on from when what had it is gone: removed, or folded away. Whoever has moved on meanwhile (an answer may take a second)
 * stays where they are.
 */
export function focusIfLost(next: HTMLElement | null | undefined, options?: FocusOptions): void {
  const at = document.activeElement;
  if (!at || at === document.body || !at.checkVisibility()) next?.focus(options);
}

/**
 * Remembers where the focus is when the house is asked for something. What comes back gives the focus on when it has answered; whoever has moved on meanwhile,
 * and may be writing there, stays where they are; so does who writes on in the same field. What the code itself clears is no writing.
 */
export function focusFromHere(): (next: HTMLElement | null | undefined) => void {
  const before = document.activeElement;
  let isWriting = false;
  const write = () => { isWriting = true; };
  before?.addEventListener('input', write, { once: true });
  return (next) => {
    before?.removeEventListener('input', write);
    if (document.activeElement === before && !isWriting) next?.focus();
    else focusIfLost(next);
  };
}

/** Somebody is at a field in which one writes or chooses: whatever takes the focus now takes their letters with it. A search is over when something comes of it. */
export function isWriting(): boolean {
  const at = document.activeElement;
  return at instanceof HTMLSelectElement || at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && at.type !== 'search' && !['checkbox', 'radio'].includes(at.type));
}
