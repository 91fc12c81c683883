import { errorWords } from '../house/errorWords';
import { news } from '../news/news.svelte';
import type { Journey } from '../room/journey';
import { ErrorCode } from '../room/protocol';
import { t } from '../words/words.svelte';
import { bellSentence, binds, callSentence, goesOn, talkSentence, waits } from './bellSentences';
import type { BellChanged, BellRang, BellStops, BellWish, StandAttended } from './bellWire';

/** Whom the connection tells what the house says of bells. */
export type BellListener = {
  rang(call: BellRang): void;
  stops(news: BellStops): void;
  changed(bell: BellChanged): void;
  attended(desk: StandAttended): void;
};

/** What bells need of the house around them. */
export type BellHost = {
  ask: (method: string, request?: unknown) => Promise<number>;
  roomName: (id: string) => string;
  /** Walks to a stand, through another room if need be. */
  travel: (journey: Journey) => void;
};

/** To take something back is to no avail: there is nothing, or no such stand any more. */
const gone: readonly number[] = [ErrorCode.none, ErrorCode.bellUnknown, ErrorCode.standUnknown];

/** The bells of stands: who calls one as a host, how it is at the stands that one looks after, and what one has asked for as a visitor. */
export class Bell implements BellListener {
  /** Who wants one, the oldest first. */
  calls = $state.raw<readonly BellRang[]>([]);
  /** Of the stands for which one is on duty, by their ids. */
  desks = $state.raw<ReadonlyMap<string, StandAttended>>(new Map());
  /** What one has asked for last, until one has taken note of its end. */
  own = $state.raw<BellChanged | null>(null);

  constructor(private readonly host: BellHost) {}

  rang(call: BellRang): void {
    if (this.calls.some((each) => isSame(each, call))) return;
    this.put(call);
    news.answer(callSentence(call, this.host.roomName(call.room), t));
  }

  stops({ stand, request, by }: BellStops): void {
    const call = this.calls.find((each) => each.stand === stand && each.request === request);
    if (!call) return;
    this.drop(call);
    news.tell('bell', by ? t('bell.taken', { host: by, name: call.visitor }) : t('bell.stopped', { name: call.visitor }));
  }

  changed(bell: BellChanged): void {
    const before = this.own;
    if (bell.end === 'lost') return this.ringAgain(bell);
    this.own = bell;
    const sentence = bellSentence(bell, t);
    if (!before || before.stand !== bell.stand || bellSentence(before, t) !== sentence) news.answer(sentence);
  }

  /** What is said of a stand counts for its calls, too: one may have missed them while the line was broken. */
  attended(desk: StandAttended): void {
    const before = this.desks.get(desk.stand);
    const desks = new Map(this.desks);
    if (desk.onDuty) desks.set(desk.stand, desk);
    else desks.delete(desk.stand);
    this.desks = desks;
    const { stand, name, room, area } = desk;
    const talk = before ? talkSentence(before.talk, desk.talk, name, t) : '';
    if (talk) news.tell(`bell-talk ${stand}`, talk);
    const calling = desk.onDuty ? desk.line.filter(({ calls }) => calls) : [];
    this.calls = this.calls.filter((call) => call.stand !== stand || calling.some(({ request }) => request === call.request));
    for (const each of calling) this.rang({ ...each, stand, name, room, area });
  }

  /** The line is there again: whoever was on duty is so still, and whoever waited, waits. A call stays until it is told whether it goes on: an answer to it may be being written. */
  async connected(): Promise<void> {
    const [desks, own] = [this.desks, this.own];
    this.calls = this.calls.filter(({ stand }) => desks.has(stand));
    this.desks = new Map();
    if (own && goesOn(own)) this.own = null;
    for (const [stand, desk] of desks) {
      const error = await this.host.ask('StandDuty', { stand, on: true });
      if (error === ErrorCode.none || this.desks.has(stand)) continue;
      // the line was lost once more, and it is asked again when it is back; of what is refused nothing will be told
      if (error === ErrorCode.unavailable) this.desks = new Map(this.desks).set(stand, desk);
      else this.calls = this.calls.filter((call) => call.stand !== stand);
    }
    if (own && waits(own)) await this.ringOn(own);
  }

  leaveHouse(): void {
    this.calls = [];
    this.desks = new Map();
    this.own = null;
  }

  ring(stand: string, wish: BellWish): Promise<boolean> {
    return this.ask('RingBell', { stand, wish });
  }

  /** Waits no more, or ends the talk; what is over is put away. */
  async leave(): Promise<void> {
    const { own } = this;
    if (!own || !binds(own)) {
      this.own = null;
      return;
    }
    const error = await this.host.ask('LeaveBell', { stand: own.stand });
    if (error !== ErrorCode.none) news.answer(errorWords(error));
    // what was told meanwhile stays to be read: how it ended, or that somebody comes after all
    if (gone.includes(error) && this.own?.stand === own.stand && binds(this.own)) this.own = null;
  }

  /** Comes, or cannot, and may say something to that. */
  async answer(call: BellRang, accept: boolean, text = ''): Promise<void> {
    this.drop(call);
    const { stand, request } = call;
    const error = await this.host.ask('AnswerBell', { stand, request, accept, text });
    if (error !== ErrorCode.none) {
      // the house did not answer, and as far as one knows it calls still
      if (error === ErrorCode.unavailable && this.stillCalls(call)) this.put(call);
      return news.answer(errorWords(error));
    }
    news.answer(t(accept ? 'bell.going' : text ? 'bell.answered' : 'bell.notNow', { name: call.visitor }));
    if (accept) this.goThere(call);
  }

  endTalk(stand: string): Promise<boolean> {
    return this.ask('EndTalk', { stand });
  }

  async duty(stand: string, on: boolean): Promise<void> {
    if (await this.ask('StandDuty', { stand, on })) news.answer(t(on ? 'bell.onDuty' : 'bell.offDuty'));
  }

  /** To a stand, through another room if need be; whoever is called to it comes in there. */
  goThere({ name, room, area, stand }: Pick<BellRang, 'name' | 'room' | 'area'> & Partial<Pick<BellRang, 'stand'>>): void {
    this.host.travel({ room, area, title: name || t('stand.unnamed'), doors: [], ...(stand && { stand }) });
  }

  /** The house has lost it; whoever still waits rings once more, and of anything else one is told. What one has asked for at another stand goes on. */
  private ringAgain({ stand }: BellChanged): void {
    const { own } = this;
    if (own && own.stand !== stand) return;
    this.own = null;
    if (own && waits(own)) void this.ringOn(own);
    else news.answer(t('bell.over.lost'));
  }

  /** Rings once more, unless the house knows how it ended. */
  private ringOn({ stand, wish }: BellChanged): Promise<boolean> {
    return this.ask('RingBell', { stand, wish, resume: true });
  }

  private stillCalls(call: BellRang): boolean {
    return this.desks.get(call.stand)?.line.some(({ request, calls }) => calls && request === call.request) === true && !this.calls.some((each) => isSame(each, call));
  }

  private put(call: BellRang): void {
    this.calls = [...this.calls, call].sort((a, b) => a.since - b.since);
  }

  private drop(call: BellRang): void {
    this.calls = this.calls.filter((each) => !isSame(each, call));
  }

  /** True when it is so now; says why not. */
  private async ask(method: string, request: unknown): Promise<boolean> {
    const error = await this.host.ask(method, request);
    if (error !== ErrorCode.none) news.answer(errorWords(error));
    return error === ErrorCode.none;
  }
}

function isSame(one: BellRang, other: BellRang): boolean {
  return one.stand === other.stand && one.request === other.request;
}
