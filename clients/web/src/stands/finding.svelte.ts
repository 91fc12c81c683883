import { ask, askFor } from '../house/ask';
import { ErrorCode } from '../room/protocol';
import { addressOf, noQuery, type FindQuery, type Here } from './findQuery';
import { readChallenges, readFound, type Found } from './findWire';

/** Nobody types so slowly that each letter is meant as a search, ms. */
const pause = 250;

/** So many hits the house gives at a time when nothing else is asked for. */
const pageSize = 20;

/** What one looks for among the stands, and what was found. It stays while other panels are open. */
class Finding {
  query = $state.raw<FindQuery>(noQuery);
  found = $state.raw<Found | null>(null);
  error = $state<number>(ErrorCode.none);
  isBusy = $state(false);
  hasMore = $state(false);
  /** English names of the network's challenges, by the German ones that stands are found by. */
  english = $state.raw<ReadonlyMap<string, string>>(new Map());
  /** Where one is, for the way to each stand. */
  here: () => Here | null = () => null;
  private asked = 0;
  /** What the first page was asked for, and how many hits have been asked for since: the others are of the same order. */
  private first: { query: FindQuery; here: Here | null; asked: number } | null = null;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  /** Changes what is looked for, and looks for it: at once, or when one has stopped typing. */
  change(part: Partial<FindQuery>, isTyped = false): void {
    this.query = { ...this.query, ...part };
    clearTimeout(this.waiting);
    if (isTyped) this.waiting = setTimeout(() => void this.look(), pause);
    else void this.look();
  }

  clearFilters(): void {
    this.change({ ...noQuery, words: this.query.words });
  }

  look(): Promise<void> {
    this.first = { query: this.query, here: this.here(), asked: 0 };
    return this.fetch(this.first);
  }

  async more(): Promise<void> {
    if (this.first) await this.fetch(this.first);
  }

  /** What one has looked for is nobody else's business: the next person at this screen does not see it. */
  leaveHouse(): void {
    clearTimeout(this.waiting);
    this.asked++;
    [this.query, this.found, this.error, this.isBusy, this.first] = [noQuery, null, ErrorCode.none, false, null];
  }

  async loadEnglish(): Promise<void> {
    if (this.english.size > 0) return;
    const answer = await ask('/api/vocabulary', readChallenges);
    if ('value' in answer) this.english = new Map(answer.value.filter(({ english }) => english).map(({ german, english }) => [german, english]));
  }

  /** Of several answers the one to the newest question counts. */
  private async fetch(first: NonNullable<Finding['first']>): Promise<void> {
    clearTimeout(this.waiting);
    const number = ++this.asked;
    const skip = first.asked;
    this.isBusy = true;
    const answer = await askFor(addressOf(first.query, first.here, skip), readFound);
    if (number !== this.asked) return;
    this.isBusy = false;
    if ('error' in answer) {
      this.error = answer.error;
      return;
    }
    this.error = ErrorCode.none;
    first.asked += pageSize;
    const before = skip > 0 ? (this.found?.hits ?? []) : [];
    const fresh = answer.value.hits.filter((hit) => !before.some(({ stand, item }) => stand === hit.stand && item === hit.item));
    this.found = { ...answer.value, hits: [...before, ...fresh] };
    this.hasMore = first.asked < answer.value.total;
  }
}

export const finding = new Finding();
