import {
  readAskResult, readConversationsChanged, readNotConnected, readSaid, readSignalled, readTalkChanged,
  type ConversationsChanged, type NotConnected, type Said, type Signalled, type TalkChanged,
} from '../conversations/talkWire';
import { readAnnounced, readModerated, readPolicy, readRetracted, type Announced, type Moderated, type Policy } from '../moderation/moderationWire';
import { readEnquiriesChanged, readExchangeChanged, type EnquiriesChanged, type ExchangeChanged } from '../stands/cardWire';
import type { BellListener } from '../stands/bell.svelte';
import { readBellChanged, readBellRang, readBellStops, readStandAttended } from '../stands/bellWire';
import { readStandsChanged, type StandsChanged } from '../stands/standWire';
import { readAvatarsMoved, type AvatarsMoved } from './avatarsMoved';
import { backOff } from './backOff';
import { hubWire, type Wire } from './hubWire';
import { inTime, Pause } from './inTime';
import { DisconnectCode, ErrorCode, Protocol } from './protocol';
import type { Pose } from './walker';
import {
  readEnterResult, readHelloResult, readPeopleChanged, readPlace, readPlaceFree, readPlanChanged, readRoomEntered, readRoomSummary,
  readSentAway, readWaitResult,
  type SentAway,
  type EnterResult, type HelloResult, type PeopleChanged, type PlaceFree, type PlanChanged, type RoomEntered, type RoomSummary, type WaitResult,
} from './wire';
import { fields, list } from './readFields';

/** connecting: the first time; lost: it was there before and is sought again; the rest are ends from which only the person leads back. */
export const Line = {
  connecting: 'connecting',
  connected: 'connected',
  lost: 'lost',
  takenOver: 'takenOver',
  sentAway: 'sentAway',
  outdated: 'outdated',
  signedOut: 'signedOut',
  closed: 'closed',
} as const;
export type Line = (typeof Line)[keyof typeof Line];

/** Whom the connection tells what the house said. */
export type RoomListener = {
  lineChanged(line: Line): void;
  /** Introduced (again); the answer is the room to enter, with the place where one stood or the stand to which one wants, or null for none. */
  welcomed(hello: HelloResult): { room: string; stoodAt: [number, number] | null; stand?: string } | null;
  /** What came of entering the room that `welcomed` named. */
  entered(result: EnterResult): void;
  roomEntered(news: RoomEntered): void;
  planChanged(news: PlanChanged): void;
  peopleChanged(news: PeopleChanged): void;
  putBack(x: number, y: number): void;
  moved(news: AvatarsMoved): void;
  roomsChanged(rooms: RoomSummary[]): void;
  placeFree(news: PlaceFree): void;
  conversationsChanged(news: ConversationsChanged): void;
  talkChanged(news: TalkChanged): void;
  notConnected(news: NotConnected): void;
  said(news: Said): void;
  signalled(news: Signalled): void;
  moderated(news: Moderated): void;
  policyChanged(policy: Policy): void;
  retracted(texts: number[]): void;
  announced(news: Announced): void;
  standsChanged(news: StandsChanged): void;
  exchangeChanged(news: ExchangeChanged): void;
  enquiriesChanged(news: EnquiriesChanged): void;
  readonly bell: BellListener;
  /** The house ends the visit, and why. */
  dismissed(news: SentAway): void;
};

export type RoomConnectionOptions = {
  listener: RoomListener;
  /** Asked when a connection is refused: false only if the house says that nobody is signed in. */
  isSignedIn: () => Promise<boolean>;
  makeWire?: () => Wire;
  client?: string;
};

const callTimeout = 8_000;
const startTimeout = 12_000;
const checkTimeout = 3_000;
/** Refusals that are over by themselves: the attempt is made again. */
const passing: readonly number[] = [ErrorCode.unavailable, ErrorCode.tooManyCalls, ErrorCode.unexpected];
/** Two turns nearer to each other than this (ms) are told as one; a stop is told at once. */
const shortestInterval = 40;
const floodPause = 6_000;

/** The one connection to the house: introduces itself, enters rooms, tells how the own avatar walks, and comes back for ever when the line breaks. */
export class RoomConnection {
  private readonly listener: RoomListener;
  private readonly options: RoomConnectionOptions;
  private readonly pause = new Pause();
  private wire: Wire | null = null;
  private line: Line = Line.closed;
  private dismissal: SentAway | null = null;
  private told: { heading: number; at: number } = { heading: Protocol.standing, at: 0 };

  constructor(options: RoomConnectionOptions) {
    this.options = options;
    this.listener = options.listener;
  }

  /** Connects and stays so until `close`, or until the house says not to come back. */
  async run(): Promise<void> {
    this.change(Line.connecting);
    for (let attempt = 0; this.isOpen; attempt++) {
      this.dismissal = null;
      const inside = await this.connect();
      if (inside) {
        attempt = 0;
        await inside.closed;
      }
      this.wire = null;
      if (!this.isOpen) return;
      if (this.dismissal && !this.comesBack(this.dismissal)) return;
      if (!inside && !(await this.options.isSignedIn().catch(() => true))) return this.change(Line.signedOut);
      if (!this.isOpen) return;
      if (this.line === Line.connected) this.change(Line.lost);
      await this.pause.for(this.slowness(attempt));
    }
  }

  /** For good; the house is told by the end of the connection. */
  async close(): Promise<void> {
    this.change(Line.closed);
    this.pause.cutShort();
    await this.wire?.stop().catch(() => undefined);
  }

  /** Something happened after which the line may be dead without having said so (sleep, another network): looks at once. */
  async check(): Promise<void> {
    this.pause.cutShort();
    const wire = this.wire;
    if (!wire || this.line !== Line.connected) return;
    await inTime(wire.invoke('Hello', this.introduction), checkTimeout).catch(() => wire.stop().catch(() => undefined));
  }

  /** Enters a room, at a stand where one is on duty for it, or goes through a door at which the avatar stands. What is to be seen comes as `roomEntered`. */
  async enter(where: { room: string; stand?: string } | { through: string }): Promise<EnterResult> {
    return this.ask('Enter', where, readEnterResult, { error: ErrorCode.unavailable, room: null, reason: '', until: 0 });
  }

  async leave(): Promise<void> {
    await this.ask('Leave', undefined, () => undefined, undefined);
  }

  async wait(room: string): Promise<WaitResult> {
    return this.ask('Wait', { room }, readWaitResult, { error: ErrorCode.unavailable, ahead: 0, asks: false });
  }

  /** Asks something that is answered with a number: 0 when it is so now. */
  async askFor(method: string, request?: unknown): Promise<number> {
    return this.ask(method, request, readAskResult, ErrorCode.unavailable);
  }

  async stopWaiting(): Promise<void> {
    await this.ask('StopWaiting', undefined, () => undefined, undefined);
  }

  /**
   * Tells how the own avatar walks: called whenever it started, turned or stopped, and on every frame besides; sends what is new and, on the way,
   * says so again every half second. `now` in ms.
   */
  walk(pose: Pose, now: number): void {
    const { told } = this;
    const stopped = pose.heading === Protocol.standing;
    if (pose.heading === told.heading) {
      if (stopped || now - told.at < Protocol.moveInterval) return;
    } else if (!stopped && told.heading !== Protocol.standing && now - told.at < shortestInterval) return;
    this.told = { heading: pose.heading, at: now };
    this.say(pose);
  }

  /**
   * The house has put the own avatar there, and it says so: a word that was on its way meanwhile may have been granted from the new place, and the house
   * would see it elsewhere for good.
   */
  private stand(x: number, y: number): void {
    this.told = { heading: Protocol.standing, at: 0 };
    this.say({ x, y, heading: Protocol.standing });
  }

  /** By send: a step is not answered, and one that is lost with the line is past anyway. */
  private say({ x, y, heading }: Pose): void {
    if (this.line === Line.connected) this.wire?.send('Move', x, y, heading).catch(() => undefined);
  }

  private get isOpen(): boolean {
    return this.line === Line.connecting || this.line === Line.connected || this.line === Line.lost;
  }

  private get introduction(): { protocol: number; client: string } {
    return { protocol: Protocol.version, client: this.options.client ?? 'web' };
  }

  /** One attempt; a promise of its end when one is inside, null when it failed. */
  private async connect(): Promise<{ closed: Promise<void> } | null> {
    const wire = (this.options.makeWire ?? hubWire)();
    const closed = new Promise<void>((resolve) => wire.onclose(resolve));
    this.hear(wire);
    try {
      await inTime(wire.start(), startTimeout);
      const hello = readHelloResult(await inTime(wire.invoke('Hello', this.introduction), callTimeout));
      if (!this.isOpen) throw new Error('closed meanwhile');
      if (hello.error !== ErrorCode.none) return this.turnedAway(wire, hello);
      this.wire = wire;
      this.told = { heading: Protocol.standing, at: 0 };
      const wanted = this.listener.welcomed(hello);
      if (wanted) {
        const { room, stoodAt, stand } = wanted;
        const request = { room, ...(stoodAt && { stoodAt }), ...(stand && { stand }) };
        const result = readEnterResult(await inTime(wire.invoke('Enter', request), callTimeout));
        if (passing.includes(result.error)) throw new Error('not ready yet');
        this.change(Line.connected);
        this.listener.entered(result);
      } else this.change(Line.connected);
      return { closed };
    } catch {
      await wire.stop().catch(() => undefined);
      return null;
    }
  }

  private async turnedAway(wire: Wire, { error, reason, until, provisional }: HelloResult): Promise<null> {
    await wire.stop().catch(() => undefined);
    if (error === ErrorCode.protocolTooOld) this.change(Line.outdated);
    if (error === ErrorCode.signInNeeded || error === ErrorCode.sessionEnded) this.change(Line.signedOut);
    if (error === ErrorCode.banned) this.dismiss({ code: DisconnectCode.banned, comeBack: false, reason, until, provisional });
    return null;
  }

  /** How long to wait (ms). A restart takes seconds; who was sent away for flooding comes back slowly. */
  private slowness(attempt: number): number {
    if (!this.dismissal) return backOff(attempt);
    return this.dismissal.code === DisconnectCode.flooding ? floodPause : backOff(2);
  }

  private comesBack(dismissal: SentAway): boolean {
    if (dismissal.code === DisconnectCode.takenOver) this.change(Line.takenOver);
    else if (dismissal.code === DisconnectCode.sessionEnded) this.change(Line.signedOut);
    else if (!dismissal.comeBack) this.dismiss(dismissal);
    else return true;
    return false;
  }

  private dismiss(dismissal: SentAway): void {
    this.listener.dismissed(dismissal);
    this.change(Line.sentAway);
  }

  private hear(wire: Wire): void {
    const { listener } = this;
    const tell = <T>(name: string, read: (value: unknown) => T | null, pass: (news: T) => void) =>
      wire.on(name, (value) => {
        const news = read(value);
        if (news !== null) pass(news);
      });
    tell('m', readAvatarsMoved, (news) => listener.moved(news));
    tell('RoomEntered', readRoomEntered, (news) => {
      listener.roomEntered(news);
      this.stand(news.x, news.y);
    });
    tell('PlanChanged', readPlanChanged, (news) => listener.planChanged(news));
    tell('PeopleChanged', readPeopleChanged, (news) => listener.peopleChanged(news));
    tell('PutBack', readPlace, ({ x, y }) => {
      listener.putBack(x, y);
      this.stand(x, y);
    });
    tell('RoomsChanged', (value) => list(fields(value).rooms, readRoomSummary), (rooms) => listener.roomsChanged(rooms));
    tell('PlaceFree', readPlaceFree, (news) => listener.placeFree(news));
    tell('ConversationsChanged', readConversationsChanged, (news) => listener.conversationsChanged(news));
    tell('TalkChanged', readTalkChanged, (news) => listener.talkChanged(news));
    tell('NotConnected', readNotConnected, (news) => listener.notConnected(news));
    tell('Said', readSaid, (news) => listener.said(news));
    tell('Signalled', readSignalled, (news) => listener.signalled(news));
    tell('Moderated', readModerated, (news) => listener.moderated(news));
    tell('PolicyChanged', (value) => readPolicy(fields(value).policy), (policy) => listener.policyChanged(policy));
    tell('Retracted', readRetracted, (texts) => listener.retracted(texts));
    tell('Announced', readAnnounced, (news) => listener.announced(news));
    tell('StandsChanged', readStandsChanged, (news) => listener.standsChanged(news));
    tell('ExchangeChanged', readExchangeChanged, (news) => listener.exchangeChanged(news));
    tell('EnquiriesChanged', readEnquiriesChanged, (news) => listener.enquiriesChanged(news));
    tell('BellRang', readBellRang, (call) => listener.bell.rang(call));
    tell('BellStops', readBellStops, (news) => listener.bell.stops(news));
    tell('BellChanged', readBellChanged, (bell) => listener.bell.changed(bell));
    tell('StandAttended', readStandAttended, (desk) => listener.bell.attended(desk));
    tell('SentAway', readSentAway, (news) => { this.dismissal = news; });
  }

  private async ask<T>(method: string, request: unknown, read: (value: unknown) => T, otherwise: T): Promise<T> {
    const { wire } = this;
    if (!wire || this.line !== Line.connected) return otherwise;
    try {
      const args = request === undefined ? [] : [request];
      return read(await inTime(wire.invoke(method, ...args), callTimeout));
    } catch {
      return otherwise;
    }
  }

  private change(line: Line): void {
    if (line === this.line) return;
    this.line = line;
    this.listener.lineChanged(line);
  }
}
