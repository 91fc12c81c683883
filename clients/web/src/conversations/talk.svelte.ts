import { errorWords } from '../house/errorWords';
import { news } from '../news/news.svelte';
import { withNewNames, type Renaming } from '../room/namesakes';
import { ErrorCode } from '../room/protocol';
import { enumerate, refusalSentence, talkSentences, type TalkSpeech } from './talkSentences';
import { Availability, type ConversationInfo, type ConversationsChanged, type NotConnected, type Said, type TalkChanged, type TalkInfo } from './talkWire';

/** Something written, as it stands in the panel. */
export type Message = { id: number; number: number; scope: string; from: number; name: string; isOwn: boolean; to: string | null; text: string; at: Date };

/** What the conversations need of the house around them. */
export type TalkHost = { ask: (method: string, request?: unknown) => Promise<number>; speech: () => TalkSpeech };

const kept = 200;
/** What is typed is sent this often at most, ms: a reader has each keystroke within half a second. */
const typingInterval = 250;
const reactionLasts = 4_000;

/** Shown as words: not every machine has pictures in its fonts, and words are read out alike. */
export const reactions = ['clap', 'agree', 'laugh', 'heart', 'question'] as const;
export type Reaction = (typeof reactions)[number];

/** The conversations of the room one is in, one's own, and what was said in it. Nothing of it outlives the page. */
export class Talk {
  conversations = $state.raw<ReadonlyMap<number, ConversationInfo>>(new Map());
  own = $state.raw<TalkInfo | null>(null);
  messages = $state.raw<readonly Message[]>([]);
  /** What others are typing, by handle. */
  typing = $state.raw<ReadonlyMap<number, string>>(new Map());
  refusal = $state.raw<NotConnected | null>(null);
  /** The conversation at which one has knocked, or 0. */
  knockedAt = $state(0);
  availability = $state<Availability>(Availability.available);
  unread = $state(0);
  /** The panel is open: what comes is read. */
  isRead = false;
  /** When somebody last showed a sign, and which. */
  readonly signs = new Map<number, { sign: string; until: number }>();
  private next = 1;
  private typedAt = 0;
  private typed: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly host: TalkHost) {}

  /** One stands in a room, another or the same anew; how things are there follows. */
  enterRoom(availability: Availability = this.availability): void {
    this.availability = availability;
    this.conversations = new Map();
    this.refusal = null;
    this.knockedAt = 0;
    this.typing = new Map();
  }

  /** One is in no room any more, and so in no conversation. */
  leaveRoom(): void {
    this.enterRoom();
    this.own = null;
  }

  conversationsChanged({ all, changed, ended }: ConversationsChanged): void {
    const conversations = new Map(all ? [] : this.conversations);
    for (const id of ended) conversations.delete(id);
    for (const each of changed) conversations.set(each.id, each);
    this.conversations = conversations;
    if (this.knockedAt && !conversations.has(this.knockedAt)) this.knockedAt = 0;
    if (this.refusal?.conversation && !conversations.has(this.refusal.conversation)) this.refusal = null;
  }

  talkChanged(changed: TalkChanged): void {
    const before = this.own;
    this.own = changed.talk;
    const sentences = talkSentences(before, changed, this.host.speech());
    if (changed.talk?.id !== before?.id) {
      this.typing = new Map();
      if (changed.talk) {
        this.refusal = null;
        this.knockedAt = 0;
        if (before || this.messages.length > 0) this.messages = [];
        this.unread = 0;
      }
      if (sentences.length > 0) news.answer(sentences.join(' '));
    } else if (sentences.length > 0) news.tellOf('talk', sentences.join(' '), (all) => all.join(' '));
  }

  notConnected(refusal: NotConnected): void {
    this.refusal = refusal;
    const sentence = refusalSentence(refusal, this.host.speech());
    if (sentence) news.answer(sentence);
  }

  /** Whoever walks on has left behind what stood in the way. */
  walked(): void {
    if (this.refusal && !this.knockedAt) this.refusal = null;
  }

  said({ kind, scope, from, to, text, at, number }: Said): void {
    const { me, nameOf, words } = this.host.speech();
    if (kind === 'typing') return this.showTyping(from, from === me ? '' : text);
    if (kind === 'reaction') {
      this.signs.set(from, { sign: reactions.some((each) => each === text) ? words(`talk.reaction.${text as Reaction}`) : '', until: performance.now() + reactionLasts });
      if (from !== me) news.tellOf('reaction', nameOf(from), (names) => words('talk.reacted', { names: enumerate([...new Set(names)], words), sign: words(`talk.reaction.${text as Reaction}`) }));
      return;
    }
    this.showTyping(from, '');
    const message: Message = { id: this.next++, number, scope, from, name: nameOf(from), isOwn: from === me, to: to < 0 ? null : nameOf(to), text, at: new Date(at) };
    this.messages = [...this.messages, message].slice(-kept);
    if (message.isOwn || this.isRead) return; // the log reads it out itself
    this.unread++;
    news.tellOf('said', `${message.name}: ${text}`, (all) => all.join(' '));
  }

  /** Texts are taken back, by whoever wrote them or by a moderator. */
  retracted(numbers: readonly number[]): void {
    const left = this.messages.filter(({ number }) => !numbers.includes(number));
    if (left.length === this.messages.length) return;
    this.messages = left;
    news.tell('retracted', this.host.speech().words('talk.retracted'));
  }

  /** Somebody is shown under another name from now on. */
  renamed(renamed: readonly Renaming[]): void {
    this.messages = withNewNames(this.messages, renamed);
  }

  readAll(): void {
    this.unread = 0;
  }

  signOf(handle: number, now: number): string {
    const shown = this.signs.get(handle);
    return shown && shown.until > now ? shown.sign : '';
  }

  async makeAvailable(availability: Availability): Promise<void> {
    if (await this.ask('SetAvailability', { availability })) this.availability = availability;
  }

  /** True when it was said. */
  async say(text: string, to: number | null): Promise<boolean> {
    this.stopTyping();
    return this.ask('Say', to === null ? { text } : { text, to });
  }

  /** Shows the others what is typed so far, a few times a second at most and the last of it always. */
  type(text: string): void {
    const wait = this.typedAt + typingInterval - performance.now();
    this.stopTyping();
    this.typed = setTimeout(() => {
      this.typed = null;
      this.typedAt = performance.now();
      void this.host.ask('Type', { text });
    }, Math.max(0, wait));
  }

  react(reaction: Reaction): void {
    void this.ask('React', { reaction });
  }

  raiseHand(up: boolean): void {
    void this.ask('RaiseHand', { up });
  }

  async name(topic: string): Promise<boolean> {
    return this.ask('SetTopic', { topic });
  }

  close(closed: boolean): void {
    void this.ask('CloseConversation', { closed });
  }

  listen(listens: boolean): void {
    void this.ask('Listen', { listens });
  }

  async knock(conversation: number): Promise<void> {
    if (!(await this.ask('Knock', { conversation, wants: true }))) return;
    this.knockedAt = conversation;
    news.answer(this.host.speech().words('talk.knocked'));
  }

  async takeKnockBack(): Promise<void> {
    const conversation = this.knockedAt;
    this.knockedAt = 0;
    this.refusal = null;
    await this.ask('Knock', { conversation, wants: false });
  }

  answerKnock(handle: number, letIn: boolean): void {
    void this.ask('AnswerKnock', { handle, letIn });
  }

  leave(): void {
    void this.ask('LeaveConversation');
  }

  lead(leads: boolean): void {
    void this.ask('Lead', { leads });
  }

  follow(follows: boolean): void {
    void this.ask('Follow', { follows });
  }

  giveWord(handle: number, word: boolean): void {
    void this.ask('GiveWord', { handle, word });
  }

  mute(handle: number, muted: boolean): void {
    void this.ask('Mute', { handle, muted });
  }

  remove(handle: number): void {
    void this.ask('RemoveFromConversation', { handle });
  }

  private async ask(method: string, request?: unknown): Promise<boolean> {
    const error = await this.host.ask(method, request);
    if (error !== ErrorCode.none) news.answer(errorWords(error));
    return error === ErrorCode.none;
  }

  private stopTyping(): void {
    if (this.typed) clearTimeout(this.typed);
    this.typed = null;
  }

  private showTyping(from: number, text: string): void {
    if (text === (this.typing.get(from) ?? '')) return;
    const typing = new Map(this.typing);
    if (text) typing.set(from, text);
    else typing.delete(from);
    this.typing = typing;
  }
}
