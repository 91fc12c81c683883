import type { Answer } from '../house/ask';
import { errorWords } from '../house/errorWords';
import { news } from '../news/news.svelte';
import { ErrorCode } from '../room/protocol';
import { settings } from '../settings/settings.svelte';
import { t, type Key } from '../words/words.svelte';
import { bookTime, cancelTime, getTimes, offerTimes, withdrawTime, type StandTime, type StandTimes } from './timesApi';
import { agree, ownZone, spanIn } from './zonedTime';

/** When a time is, by the clock at the stand, and by one's own where that says something else. */
export function spanOf({ start, end }: StandTime, zone: string): string {
  const there = spanIn(zone, start, end, settings.language);
  const here = ownZone();
  return agree(zone, here, start) ? there : `${there} (${t('times.here', { time: spanIn(here, start, end, settings.language) })})`;
}

/** The times for talks at one stand, as the house tells them. */
export class TimesOfStand {
  all = $state.raw<StandTimes | null>(null);
  error = $state<number>(ErrorCode.none);

  constructor(readonly stand: string) {}

  async load(): Promise<void> {
    const answer = await getTimes(this.stand);
    if ('error' in answer) this.error = answer.error;
    else [this.all, this.error] = [answer.value, ErrorCode.none];
  }

  book = (time: StandTime) => this.settle(bookTime(this.stand, time.id), 'times.bookedSaid', time);
  cancel = (time: StandTime) => this.settle(cancelTime(this.stand, time.id), 'times.cancelled', time);
  withdraw = (time: StandTime) => this.settle(withdrawTime(this.stand, time.id), 'times.withdrawn', time);

  async offer(start: Date, minutes: number, count: number): Promise<boolean> {
    const answer = await offerTimes(this.stand, start, minutes, count);
    news.answer('error' in answer ? errorWords(answer.error) : t('times.offered', { count }));
    if ('value' in answer) this.all = answer.value;
    return 'value' in answer;
  }

  private async settle(asked: Promise<Answer<unknown>>, done: Key, time: StandTime): Promise<boolean> {
    const answer = await asked;
    news.answer('error' in answer ? errorWords(answer.error) : t(done, { time: spanOf(time, this.all?.zone ?? 'UTC') }));
    await this.load();
    return !('error' in answer);
  }
}
