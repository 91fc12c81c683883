import { ask } from '../house/ask';
import { readNetworkWords, type NetworkWords } from './findWire';

/** The words that the network has names for, offered where somebody writes one; asked for once a page. */
class KnownWords {
  all = $state.raw<NetworkWords>({ challenges: [], solutions: [] });
  private isAsked = false;

  async load(): Promise<void> {
    if (this.isAsked) return;
    this.isAsked = true;
    const answer = await ask('/api/vocabulary', readNetworkWords);
    // without them one writes freely, as with them
    if ('value' in answer) this.all = answer.value;
    else this.isAsked = false;
  }
}

export const knownWords = new KnownWords();
