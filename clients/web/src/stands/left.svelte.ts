import { news } from '../news/news.svelte';
import { t } from '../words/words.svelte';
import type { EnquiriesChanged } from './cardWire';

/** How often something was left at stands, taken back or answered, as far as it concerns oneself: whoever shows that looks again when it changes. */
class Left {
  changes = $state(0);

  hear({ name, kind }: EnquiriesChanged): void {
    this.changes++;
    const stand = name || t('stand.unnamed');
    if (kind === 'asked') news.tell('left', t('enquiries.asked', { stand }));
    else if (kind === 'handed') news.tell('left', t('enquiries.handed', { stand }));
    else if (kind === 'takenBack') news.tell('left', t('enquiries.takenBackSaid', { stand }));
    else news.tell('left', t('question.answeredSaid', { stand }));
  }
}

export const left = new Left();
