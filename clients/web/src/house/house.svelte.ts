import { version } from '../../package.json';
import { Talk } from '../conversations/talk.svelte';
import type { TalkSpeech } from '../conversations/talkSentences';
import type { ConversationsChanged, NotConnected, Said, Signalled, TalkChanged } from '../conversations/talkWire';
import { Media } from '../media/media.svelte';
import type { Announced, Moderated, Policy } from '../moderation/moderationWire';
import { Order } from '../moderation/order.svelte';
import { isModerator, isStaff } from '../moderation/rank';
import { news } from '../news/news.svelte';
import type { AvatarsMoved } from '../room/avatarsMoved';
import type { Door } from '../room/floorPlan';
import type { Journey } from '../room/journey';
import { ErrorCode } from '../room/protocol';
import type { Names } from '../room/readFields';
import { Line, RoomConnection, type RoomListener } from '../room/roomConnection';
import { RoomVisit, speech } from '../room/roomVisit.svelte';
import type { EnterResult, HelloResult, Member, PeopleChanged, PlaceFree, PlanChanged, RoomEntered, RoomSummary, SentAway } from '../room/wire';
import { settings } from '../settings/settings.svelte';
import { Exchanges } from '../stands/exchanges.svelte';
import { left } from '../stands/left.svelte';
import { Bell } from '../stands/bell.svelte';
import { finding } from '../stands/finding.svelte';
import { signs } from '../stands/signs.svelte';
import type { EnquiriesChanged, ExchangeChanged } from '../stands/cardWire';
import type { StandsChanged } from '../stands/standWire';
import { areaTitle, changesSentence } from '../words/surroundings';
import { named, t } from '../words/words.svelte';
import { roomInAddress, showRoomInAddress, standInAddress } from './address';
import { errorWords, refusalWords } from './errorWords';
import { getSession } from './houseApi';
import { OwnName } from './ownName';
import { Waiting } from './waiting.svelte';

/** Refusals that have to do with who one is: another room may be open. */
const notForOne: readonly number[] = [ErrorCode.roomNotAllowed, ErrorCode.roomBanned, ErrorCode.roomShut];
/** How often one looks where the one is whom one walks after, ms. */
const followInterval = 400;

/** What a person has of the house while inside: the line, the rooms, and the visit of one of them. */
class House implements RoomListener {
  /** What this house is called. */
  names = $state.raw<Names>({ de: 'Klapphaus' });
  /** A long ban needs a second moderator here. */
  fourEyes = $state(false);
  line = $state<Line>(Line.closed);
  me = $state.raw<Member | null>(null);
  rooms = $state.raw<readonly RoomSummary[]>([]);
  visit = $state.raw<RoomVisit | null>(null);
  /** Why the house has ended the visit. */
  dismissal = $state.raw<SentAway | null>(null);
  /** Why there is no room to be seen, in words. */
  trouble = $state('');
  readonly settings = settings;
  readonly talk = new Talk({ ask: async (method, request) => (await this.connection?.askFor(method, request)) ?? ErrorCode.unavailable, speech: () => this.talkSpeech() });
  readonly order: Order = new Order({ ask: async (method, request) => (await this.connection?.askFor(method, request)) ?? ErrorCode.unavailable, role: () => this.me?.role ?? '', isTalking: () => this.talk.own !== null, fourEyes: () => this.fourEyes });
  readonly exchanges = new Exchanges({ ask: async (method, request) => (await this.connection?.askFor(method, request)) ?? ErrorCode.unavailable });
  readonly waiting = new Waiting({
    wait: async (room) => this.connection?.wait(room),
    stopWaiting: () => void this.connection?.stopWaiting(),
    enter: (room) => void this.goTo(room, this.onward?.room === room ? this.onward.journey : null),
    roomName: (id) => this.roomName(id),
    refuse: (words) => this.refuse(words),
  });
  readonly bell = new Bell({
    ask: async (method, request) => (await this.connection?.askFor(method, request)) ?? ErrorCode.unavailable,
    roomName: (id) => this.roomName(id),
    travel: (journey) => void (this.visit ? this.travel(journey) : this.goTo(journey.room, journey)),
  });
  readonly media = new Media({
    mayShow: (slot) => this.order.may(slot),
    me: () => this.me?.id ?? '',
    memberOf: (handle) => this.visit?.people.get(handle)?.member.id ?? null,
    send: (to, signal) => void this.connection?.askFor('Signal', { to, signal }),
    sendMedia: (on) => void this.connection?.askFor('SendMedia', on),
    placeOf: (handle) => this.visit?.offsetTo(handle, performance.now()) ?? null,
  });
  private connection: RoomConnection | null = null;
  private lostSince: { room: string; people: Set<string> } | null = null;
  private linked: string | null = null;
  /** Where one arrives. */
  private start = '';
  private readonly ownName = new OwnName(t);
  private walkedAlongAt = 0;
  /** Where one goes on to once one is in that room. */
  private onward: { room: string; journey: Journey } | null = null;

  get isInside(): boolean {
    return this.line !== Line.closed && this.line !== Line.signedOut;
  }

  get canWalk(): boolean {
    return this.line === Line.connected && this.visit !== null;
  }

  /** The name under which the others see one: one's own, or one that has been given a number in this room. */
  get shownName(): string {
    return this.visit?.ownName || (this.me?.name ?? '');
  }

  /** Looks after others: host, moderator or organiser. */
  get isStaff(): boolean {
    return this.me !== null && isStaff(this.me.role);
  }

  /** Keeps the house civil: moderator or organiser. */
  get isModerator(): boolean {
    return this.me !== null && isModerator(this.me.role);
  }

  get isOrganiser(): boolean {
    return this.me?.role === 'organiser';
  }

  /** How conversations are spoken of in the room of the moment. */
  talkSpeech(): TalkSpeech {
    const { visit } = this;
    return {
      words: t,
      me: visit?.handle ?? -1,
      nameOf: (handle) => visit?.people.get(handle)?.member.name ?? t('talk.somebody'),
      areaTitle: (id) => {
        const area = visit?.plan.areas.find((each) => each.id === id);
        return area ? areaTitle(area, speech) : '';
      },
    };
  }

  /** Goes in, or goes on here after another tab had taken over. */
  enter(): void {
    this.linked ??= roomInAddress(location);
    signs.wanted ||= standInAddress(location);
    this.connection = new RoomConnection({ listener: this, client: `web/${version}`, isSignedIn: async () => (await getSession()) !== null });
    void this.connection.run();
    void this.media.start();
  }

  /** To a safe place with one key: out of the conversation, spoken to by nobody, and to where one arrives. */
  async retreat(): Promise<void> {
    this.halt();
    if (this.talk.own) this.talk.leave();
    await this.talk.makeAvailable('busy');
    const { start } = this;
    if (start && start !== this.visit?.room.id) await this.goTo(start);
    news.answer(t('retreat.done'));
  }

  async leave(): Promise<void> {
    const { connection } = this;
    this.halt();
    this.media.stop();
    this.connection = null;
    this.bell.leaveHouse();
    finding.leaveHouse();
    await connection?.leave();
    await connection?.close();
    this.visit = null;
    this.waiting.full = null;
    this.linked = null;
    this.onward = null;
    this.ownName.forget();
    showRoomInAddress(null);
  }

  check(): void {
    void this.connection?.check();
  }

  roomName(id: string): string {
    const room = this.rooms.find((each) => each.id === id);
    return room ? named(room.names) : id;
  }

  async goTo(room: string, journey: Journey | null = null): Promise<void> {
    if (room === this.visit?.room.id) return;
    this.onward = journey && { room, journey };
    this.heed(room, (await this.connection?.enter({ room, ...(journey?.stand && { stand: journey.stand }) })) ?? null);
  }

  async goThrough(door: Door, journey: Journey | null = null): Promise<void> {
    news.answer(t('walk.through', { room: named(door.roomNames) }));
    this.onward = journey && { room: door.room, journey };
    this.heed(door.room, (await this.connection?.enter({ through: door.id })) ?? null);
  }

  /** Walks to a place, also in another room; where no door leads there one enters that room as by the list of rooms. */
  async travel(journey: Journey): Promise<void> {
    const { visit } = this;
    if (!this.canWalk || !visit) return;
    const isHere = visit.room.id === journey.room;
    news.answer(isHere ? t('walk.startTo', { title: journey.title }) : t('walk.journey', { title: journey.title, room: this.roomName(journey.room) }));
    if (visit.travel(journey, performance.now())) return;
    if (isHere) news.answer(t('walk.noWay', { title: journey.title }));
    else await this.goTo(journey.room, { ...journey, doors: [] });
  }

  /** One frame of the own walk. */
  advance(milliseconds: number, now: number): void {
    this.visit?.advance(milliseconds, now, (pose) => this.connection?.walk(pose, now));
    if (this.visit?.walker.isWalking) this.talk.walked();
    this.walkAlong(now);
  }

  /** Stands still and says so at once: a tab in the background gets no frames. */
  halt(): void {
    this.visit?.halt();
    this.advance(0, performance.now());
  }

  lineChanged(line: Line): void {
    this.line = line;
    if (line === Line.connected) return void this.bell.connected();
    // whoever is not in the house any more, or is so in another tab, is heard here no more
    if (line !== Line.connecting && line !== Line.lost) this.media.stop();
    const { visit } = this;
    if (visit && line === Line.lost) {
      visit.halt();
      this.lostSince = { room: visit.room.id, people: new Set([...visit.people.values()].map(({ member }) => member.id)) };
      news.answer(t('line.lostSaid'));
    }
  }

  welcomed(hello: HelloResult): { room: string; stoodAt: [number, number] | null; stand?: string } | null {
    this.me = hello.me;
    this.ownName.introduce(this.shownName);
    this.rooms = hello.rooms;
    this.start = hello.start;
    const { visit } = this;
    if (visit) return { room: visit.room.id, stoodAt: [visit.walker.pose.x, visit.walker.pose.y] };
    if (this.waiting.isWaiting) {
      queueMicrotask(() => void this.waiting.wait());
      return null;
    }
    const hasPlace = ({ people, capacity }: RoomSummary) => capacity === 0 || people < capacity;
    const start = hello.rooms.find(({ id }) => id === hello.start);
    const room = hello.rooms.find(({ id }) => id === this.linked)?.id ?? hello.room
      ?? (start && hasPlace(start) ? start.id : hello.rooms.find(hasPlace)?.id) ?? hello.rooms[0]?.id;
    if (!room) this.trouble = t('room.none');
    return room ? { room, stoodAt: null, ...(signs.wanted && { stand: signs.wanted }) } : null; // it counts for who is on duty there
  }

  entered(result: EnterResult): void {
    if (result.error === ErrorCode.none) {
      // the place in the queue went with the line
      if (this.waiting.isWaiting) void this.waiting.wait();
      return;
    }
    const room = result.room ?? this.visit?.room.id ?? this.linked ?? this.rooms[0]?.id ?? '';
    this.visit = null;
    this.media.talkChanged(null, -1);
    this.heed(room, result);
    // a link, or an earlier visit, led to where one may not be; the first room is open to everybody
    if (notForOne.includes(result.error) && this.start && room !== this.start) void this.goTo(this.start);
  }

  roomEntered(entered: RoomEntered): void {
    const { lostSince, onward } = this;
    this.onward = null;
    this.visit = new RoomVisit(entered, (door, journey) => void this.goThrough(door, journey));
    const own = entered.people.find(({ handle }) => handle === entered.handle);
    this.talk.enterRoom(own?.availability);
    this.order.enterRoom(entered.policy);
    signs.enterRoom(entered.room.id);
    this.visit.setsOutAlone = () => { if (this.isFollowing) this.talk.follow(false); };
    // who waits for another room goes on waiting when the line comes back
    if (!(this.waiting.isWaiting && lostSince?.room === entered.room.id)) this.waiting.full = null;
    this.trouble = '';
    this.lostSince = null;
    const shownAs = this.ownName.news(this.shownName);
    showRoomInAddress(entered.room.id);
    if (lostSince?.room === entered.room.id) {
      const now = new Set(entered.people.map(({ member }) => member.id));
      const came = [...now].filter((id) => !lostSince.people.has(id)).length;
      const left = [...lostSince.people].filter((id) => !now.has(id)).length;
      return news.answer([changesSentence(came, left, t), shownAs].filter(Boolean).join(' '));
    }
    news.answer([t('room.entered', { room: named(entered.room.names), count: entered.people.length }), shownAs].filter(Boolean).join(' '));
    if (this.linked && !this.rooms.some(({ id }) => id === this.linked)) news.tell('link', errorWords(ErrorCode.roomUnknown));
    this.linked = null;
    if (onward?.room === entered.room.id) this.visit.travel(onward.journey, performance.now());
  }

  planChanged(changed: PlanChanged): void {
    if (changed.room.id === this.visit?.room.id) this.visit.changePlan(changed.room, changed.plan);
  }

  peopleChanged(changed: PeopleChanged): void {
    const { visit } = this;
    if (!visit) return;
    this.talk.renamed(visit.changePeople(changed));
    const shownAs = this.ownName.news(this.shownName);
    if (shownAs) news.tell('name', shownAs);
    // somebody in the own conversation may have been unknown until now
    if (changed.entered.length > 0 && this.talk.own) this.media.talkChanged(this.talk.own, visit.handle);
  }

  putBack(x: number, y: number): void {
    this.visit?.putBack(x, y);
  }

  moved(moved: AvatarsMoved): void {
    this.visit?.crowd.hear(moved, performance.now());
  }

  roomsChanged(rooms: RoomSummary[]): void {
    this.rooms = rooms;
  }

  placeFree(news: PlaceFree): void {
    this.waiting.placeFree(news);
  }

  conversationsChanged(changed: ConversationsChanged): void {
    this.talk.conversationsChanged(changed);
  }

  talkChanged(changed: TalkChanged): void {
    this.talk.talkChanged(changed);
    this.media.talkChanged(changed.talk, this.visit?.handle ?? -1);
  }

  notConnected(refusal: NotConnected): void {
    this.talk.notConnected(refusal);
  }

  said(said: Said): void {
    this.talk.said(said);
  }

  signalled({ from, signal }: Signalled): void {
    this.media.signalled(from, signal);
  }

  moderated(news: Moderated): void {
    const { room, kind } = news;
    if (kind === 'moved') this.visit?.halt(); // where a moderator has put one, one stays
    if (!this.order.moderated(news, (id) => this.roomName(id))) return;
    this.visit = null;
    this.talk.leaveRoom();
    this.media.talkChanged(null, -1);
    this.trouble = t('room.leftByOrder');
    if (room) void this.goTo(room);
  }

  policyChanged(policy: Policy): void {
    this.order.policyChanged(policy);
    this.media.rightsChanged();
  }

  retracted(texts: number[]): void {
    this.talk.retracted(texts);
  }

  announced(said: Announced): void {
    this.order.announced(said);
  }

  standsChanged(changed: StandsChanged): void {
    signs.hear(changed);
  }

  exchangeChanged(changed: ExchangeChanged): void {
    this.exchanges.hear(changed);
  }

  enquiriesChanged(changed: EnquiriesChanged): void {
    left.hear(changed);
  }

  dismissed(dismissal: SentAway): void {
    this.dismissal = dismissal;
  }

  private get isFollowing(): boolean {
    return this.talk.own?.people.some(({ handle, follows }) => follows && handle === this.visit?.handle) === true;
  }

  /** Walks after the one who leads, as far as they are in sight. */
  private walkAlong(now: number): void {
    const { visit } = this;
    if (!visit || now - this.walkedAlongAt < followInterval || !this.isFollowing) return;
    this.walkedAlongAt = now;
    const leader = visit.crowd.visible(now).find(({ handle }) => handle === this.talk.own?.leader);
    if (leader) visit.trail(leader);
  }

  private heed(room: string, result: EnterResult | null): void {
    const error = result?.error ?? ErrorCode.unavailable;
    if (error === ErrorCode.none) return;
    if (result && this.waiting.heed(room, result)) return;
    this.refuse(result ? refusalWords(result) : errorWords(error));
  }

  private refuse(words: string): void {
    this.onward = null;
    if (!this.visit) this.trouble = words;
    news.answer(words);
  }
}

export const house = new House();
