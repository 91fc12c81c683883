import type { Words } from '../words/words.svelte';

/** Under which name one is shown: said once, when it is another than one knows of. */
export class OwnName {
  private known = '';

  constructor(private readonly words: Words) {}

  /** One knows what one is called oneself. */
  introduce(name: string): void {
    this.known ||= name;
  }

  forget(): void {
    this.known = '';
  }

  /** What is to be said to somebody who is shown under this name; empty when they know. */
  news(name: string): string {
    if (name === this.known) return '';
    this.known = name;
    return this.words('room.shownAs', { name });
  }
}
