import type { Answer } from '../house/ask';
import { errorWords } from '../house/errorWords';
import { news } from '../news/news.svelte';
import { ErrorCode } from '../room/protocol';
import { t, type Key, type Values } from '../words/words.svelte';
import { clearBag, getBag, linkToBag, putIntoBag, removeFromBag, revokeBagLink, type Bag, type NewBagLink } from './bagApi';

/** One's own bag as the house has it. */
class BagOfMine {
  bag = $state.raw<Bag | null>(null);
  /** Why it cannot be seen. */
  error = $state<number>(ErrorCode.none);
  /** Shown once, where it was made. */
  newLink = $state.raw<NewBagLink | null>(null);
  private loading: Promise<void> | null = null;

  /** Whether a material is in it; null as long as that is not known. */
  holds(stand: string, material: string): boolean | null {
    return this.bag && this.bag.items.some((item) => item.stand === stand && item.material === material);
  }

  /** For whoever needs to know what is in it; asked for once by many. */
  async need(): Promise<void> {
    if (!this.bag) await (this.loading ??= this.load().finally(() => { this.loading = null; }));
  }

  async load(): Promise<void> {
    const answer = await getBag();
    if ('error' in answer) this.error = answer.error;
    else [this.bag, this.error] = [answer.value, ErrorCode.none];
  }

  take = (stand: string, material: string, title: string) => this.settle(putIntoBag(stand, material), 'bag.took', { title });
  remove = (stand: string, material: string, title: string) => this.settle(removeFromBag(stand, material), 'bag.removed', { title });
  clear = () => this.settle(clearBag(), 'bag.cleared');
  revoke = (link: string) => this.settle(revokeBagLink(link), 'bag.revoked');

  async link(): Promise<void> {
    const answer = await linkToBag();
    this.newLink = 'error' in answer ? null : answer.value;
    news.answer('error' in answer ? errorWords(answer.error) : t('bag.linkMade'));
    await this.load();
  }

  private async settle(asked: Promise<Answer<unknown>>, done: Key, values: Values = {}): Promise<boolean> {
    const answer = await asked;
    news.answer('error' in answer ? errorWords(answer.error) : t(done, values));
    await this.load();
    if (this.newLink && !this.bag?.links.some(({ id }) => id === this.newLink?.id)) this.newLink = null;
    return !('error' in answer);
  }
}

export const bag = new BagOfMine();
