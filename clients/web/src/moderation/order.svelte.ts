import { errorWords } from '../house/errorWords';
import { news } from '../news/news.svelte';
import { ErrorCode } from '../room/protocol';
import { momentOf, t } from '../words/words.svelte';
import { needsSecond } from './fourEyes';
import { openPolicy, type Announced, type Moderated, type Policy, type Right } from './moderationWire';
import { rank } from './rank';

/** What order needs of the house around it. */
export type OrderHost = { ask: (method: string, request?: unknown) => Promise<number>; role: () => string; isTalking: () => boolean; fourEyes: () => boolean };

/** Something that a moderator did to oneself, or said; it stays until it has been read. */
export type Notice = { title: string; text: string; reason: string; concernsOneself: boolean };

/** What one may do in the room, what moderators did to one, and what one may do about others. */
export class Order {
  policy = $state.raw<Policy>(openPolicy);
  /** What is to be read and confirmed, the oldest first. */
  notices = $state.raw<readonly Notice[]>([]);
  /** What the house has said to everybody last, until one puts it away; empty for nothing. */
  announcement = $state('');
  /** How often somebody has asked to be let in, since one came: whoever shows them looks again when it changes. */
  arrivals = $state(0);
  /** The person whose dialog is open, by their id, or null. */
  person = $state<string | null>(null);

  constructor(private readonly host: OrderHost) {}

  /** What the policy grants oneself. The house decides the same. */
  may(right: Right): boolean {
    const { policy } = this;
    return rank(this.host.role()) >= Math.min(rank('moderator'), rank(policy[right]));
  }

  enterRoom(policy: Policy | null): void {
    this.policy = policy ?? openPolicy;
  }

  policyChanged(policy: Policy): void {
    const before = this.policy;
    this.policy = policy;
    const said: string[] = [];
    if (policy.slowSeconds !== before.slowSeconds) said.push(policy.slowSeconds ? t('policy.slow', { count: policy.slowSeconds }) : t('policy.notSlow'));
    if (policy.waitingRoom !== before.waitingRoom) said.push(t(policy.waitingRoom ? 'policy.waits' : 'policy.waitsNoMore'));
    if (policy.shutFrom !== before.shutFrom) said.push(policy.shutFrom ? t('policy.shuts', { time: momentOf(policy.shutFrom) }) : t('policy.open'));
    if (said.length === 0) said.push(t('policy.changed'));
    news.answer(said.join(' '));
  }

  /** True when the room has been left by that. */
  moderated({ kind, reason, until, room }: Moderated, roomName: (id: string) => string): boolean {
    const say = (title: string, text: string) => {
      this.notices = [...this.notices, { title, text, reason, concernsOneself: kind !== 'askedToSpeak' }];
      news.answer(`${title}. ${text}${reason ? ` ${t('notice.reason', { reason })}` : ''}`);
    };
    switch (kind) {
      case 'warned': say(t('notice.warned'), t('notice.warnedText')); return false;
      case 'removed': say(t('notice.removed'), t('notice.removedText')); return true;
      case 'sent': say(t('notice.sent'), t('notice.sentText', { room: room ? roomName(room) : '' })); return true;
      case 'bannedFromRoom': say(t('notice.banned'), until ? t('notice.bannedUntil', { time: momentOf(until) }) : t('notice.bannedForGood')); return true;
      case 'roomClosed': say(t('notice.closed'), t('notice.closedText')); return true;
      case 'hidden': news.answer(t('notice.hidden')); return false;
      case 'shown': news.answer(t('notice.shown')); return false;
      case 'askedToSpeak': say(t('notice.askedToSpeak'), t('notice.askedToSpeakText')); return false;
      case 'moved': news.answer(t('notice.moved')); return false;
      case 'somebodyWaits':
        this.arrivals += 1;
        news.tell('order', t('notice.somebodyWaits', { name: reason }));
        return false;
      // in a conversation it is said with that
      case 'muted': if (!this.host.isTalking()) news.answer(t('talk.mutedYou')); return false;
      case 'unmuted': if (!this.host.isTalking()) news.answer(t('talk.unmutedYou')); return false;
      default: return false;
    }
  }

  announced({ text }: Announced): void {
    this.announcement = text;
    news.answer(t('notice.announcedSaid', { text }));
  }

  /** The oldest has been read. */
  read(): void {
    this.notices = this.notices.slice(1);
  }

  mute = (handle: number, muted: boolean) => this.ask('Mute', { handle, muted }, muted ? 'order.muted' : 'order.unmuted');
  hideCamera = (handle: number, hidden: boolean) => this.ask('HideCamera', { handle, hidden }, hidden ? 'order.hidden' : 'order.shown');
  askToSpeak = (handle: number) => this.ask('AskToSpeak', { handle }, 'order.asked');
  muteAll = (conversation: number, but = -1) => this.ask('MuteAll', { conversation, but }, 'order.mutedAll');
  warn = (handle: number, reason: string) => this.ask('Warn', { handle, reason }, 'order.warned');
  expel = (handle: number, reason: string, to: string | null) => this.ask('Expel', { handle, reason, to }, to ? 'order.sent' : 'order.removed');
  movePerson = (handle: number, x: number, y: number) => this.ask('MovePerson', { handle, x, y }, 'order.moved');
  ban = (member: string, house: boolean, minutes: number, reason: string, invitation: boolean) =>
    this.ask('Ban', { member, house, minutes, reason, invitation }, needsSecond(this.host.fourEyes(), house, minutes) ? 'order.bannedForNow' : 'order.banned');
  setPolicy = (policy: Policy) => this.ask('SetPolicy', { policy }, 'order.policySet');
  announce = (text: string) => this.ask('Announce', { text }, 'order.announced');
  retract = (id: number) => this.ask('Retract', { id }, 'order.retracted');
  block = (member: string, blocked: boolean) => this.ask('Block', { member, blocked }, blocked ? 'order.blocked' : 'order.unblocked');
  report = (handle: number, reason: string, texts: number[]) => this.ask('Report', { handle, reason, texts }, 'order.reported');

  /** True when it is so now; says what came of it. */
  private async ask(method: string, request: unknown, done: Parameters<typeof t>[0]): Promise<boolean> {
    const error = await this.host.ask(method, request);
    news.answer(error === ErrorCode.none ? t(done) : errorWords(error));
    return error === ErrorCode.none;
  }
}
