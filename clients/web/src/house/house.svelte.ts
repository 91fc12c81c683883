import { version } from '../../package.json';
import { news } from '../news/news.svelte';
import type { AvatarsMoved } from '../room/avatarsMoved';
import type { Door } from '../room/floorPlan';
import { ErrorCode } from '../room/protocol';
import type { Names } from '../room/readFields';
import { Line, RoomConnection, type RoomListener } from '../room/roomConnection';
import { RoomVisit } from '../room/roomVisit.svelte';
import type { EnterResult, HelloResult, Member, PeopleChanged, PlaceFree, PlanChanged, RoomEntered, RoomSummary } from '../room/wire';
import { changesSentence } from '../words/surroundings';
import { named, t } from '../words/words.svelte';
import { roomInAddress, showRoomInAddress } from './address';
import { errorWords } from './errorWords';
import { getSession } from './houseApi';

/** A room that had no place: which, and how many wait before one (null: not waiting). */
export type FullRoom = { room: string; ahead: number | null };

/** What a person has of the house while inside: the line, the rooms, and the visit of one of them. */
class House implements RoomListener {
  /** What this house is called. */
  names = $state.raw<Names>({ de: 'Klapphaus' });
  line = $state<Line>(Line.closed);
  me = $state.raw<Member | null>(null);
  rooms = $state.raw<readonly RoomSummary[]>([]);
  visit = $state.raw<RoomVisit | null>(null);
  full = $state.raw<FullRoom | null>(null);
  /** Why there is no room to be seen, in words. */
  trouble = $state('');
  private connection: RoomConnection | null = null;
  private lostSince: { room: string; people: Set<string> } | null = null;
  private linked: string | null = null;

  get isInside(): boolean {
    return this.line !== Line.closed && this.line !== Line.signedOut;
  }

  get isWaiting(): boolean {
    return this.full !== null && this.full.ahead !== null;
  }

  get canWalk(): boolean {
    return this.line === Line.connected && this.visit !== null;
  }

  /** Goes in, or goes on here after another tab had taken over. */
  enter(): void {
    this.linked ??= roomInAddress(location);
    this.connection = new RoomConnection({ listener: this, client: `web/${version}`, isSignedIn: async () => (await getSession()) !== null });
    void this.connection.run();
  }

  async leave(): Promise<void> {
    const { connection } = this;
    this.halt();
    this.connection = null;
    await connection?.leave();
    await connection?.close();
    this.visit = null;
    this.full = null;
    this.linked = null;
    showRoomInAddress(null);
  }

  check(): void {
    void this.connection?.check();
  }

  roomName(id: string): string {
    const room = this.rooms.find((each) => each.id === id);
    return room ? named(room.names) : id;
  }

  async goTo(room: string): Promise<void> {
    if (room === this.visit?.room.id) return;
    this.heed(room, (await this.connection?.enter({ room })) ?? null);
  }

  async goThrough(door: Door): Promise<void> {
    news.answer(t('walk.through', { room: named(door.roomNames) }));
    this.heed(door.room, (await this.connection?.enter({ through: door.id })) ?? null);
  }

  async wait(): Promise<void> {
    if (!this.full) return;
    const { room } = this.full;
    const { error, ahead } = (await this.connection?.wait(room)) ?? { error: ErrorCode.unavailable, ahead: 0 };
    if (error !== ErrorCode.none) return news.answer(errorWords(error));
    this.full = { room, ahead };
    news.answer(t('full.waiting', { room: this.roomName(room), count: ahead }));
  }

  async forgetFull(): Promise<void> {
    const waited = this.isWaiting;
    this.full = null;
    if (waited) await this.connection?.stopWaiting();
  }

  /** One frame of the own walk. */
  advance(milliseconds: number, now: number): void {
    this.visit?.advance(milliseconds, now, (pose) => this.connection?.walk(pose, now));
  }

  /** Stands still and says so at once: a tab in the background gets no frames. */
  halt(): void {
    this.visit?.halt();
    this.advance(0, performance.now());
  }

  lineChanged(line: Line): void {
    this.line = line;
    if (line === Line.connected) return;
    const { visit } = this;
    if (visit && line === Line.lost) {
      visit.halt();
      this.lostSince = { room: visit.room.id, people: new Set([...visit.people.values()].map(({ member }) => member.id)) };
      news.answer(t('line.lostSaid'));
    }
  }

  welcomed(hello: HelloResult): { room: string; stoodAt: [number, number] | null } | null {
    this.me = hello.me;
    this.rooms = hello.rooms;
    const { visit } = this;
    if (visit) return { room: visit.room.id, stoodAt: [visit.walker.pose.x, visit.walker.pose.y] };
    if (this.isWaiting) {
      queueMicrotask(() => void this.wait());
      return null;
    }
    const hasPlace = ({ people, capacity }: RoomSummary) => capacity === 0 || people < capacity;
    const start = hello.rooms.find(({ id }) => id === hello.start);
    const room = hello.rooms.find(({ id }) => id === this.linked)?.id ?? hello.room
      ?? (start && hasPlace(start) ? start.id : hello.rooms.find(hasPlace)?.id) ?? hello.rooms[0]?.id;
    if (!room) this.trouble = t('room.none');
    return room ? { room, stoodAt: null } : null;
  }

  entered(result: EnterResult): void {
    if (result.error === ErrorCode.none) {
      // the place in the queue went with the line
      if (this.isWaiting) void this.wait();
      return;
    }
    const room = result.room ?? this.visit?.room.id ?? this.linked ?? this.rooms[0]?.id ?? '';
    this.visit = null;
    this.heed(room, result);
  }

  roomEntered(entered: RoomEntered): void {
    const { lostSince } = this;
    this.visit = new RoomVisit(entered, (door) => void this.goThrough(door));
    // who waits for another room goes on waiting when the line comes back
    if (!(this.isWaiting && lostSince?.room === entered.room.id)) this.full = null;
    this.trouble = '';
    this.lostSince = null;
    showRoomInAddress(entered.room.id);
    if (lostSince?.room === entered.room.id) {
      const now = new Set(entered.people.map(({ member }) => member.id));
      const came = [...now].filter((id) => !lostSince.people.has(id)).length;
      const left = [...lostSince.people].filter((id) => !now.has(id)).length;
      return news.answer(changesSentence(came, left, t));
    }
    news.answer(t('room.entered', { room: named(entered.room.names), count: entered.people.length }));
    if (this.linked && !this.rooms.some(({ id }) => id === this.linked)) news.tell('link', errorWords(ErrorCode.roomUnknown));
    this.linked = null;
  }

  planChanged(changed: PlanChanged): void {
    if (changed.room.id === this.visit?.room.id) this.visit.changePlan(changed.room, changed.plan);
  }

  peopleChanged(changed: PeopleChanged): void {
    this.visit?.changePeople(changed);
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

  placeFree({ room }: PlaceFree): void {
    // one may have gone elsewhere meanwhile; nobody is fetched away from there
    if (this.full?.room !== room) return void this.connection?.stopWaiting();
    news.answer(t('full.placeFree', { room: this.roomName(room) }));
    void this.goTo(room);
  }

  private heed(room: string, result: EnterResult | null): void {
    const error = result?.error ?? ErrorCode.unavailable;
    if (error === ErrorCode.none) return;
    if (error === ErrorCode.roomFull) {
      this.full = { room: result?.room ?? room, ahead: null };
      return news.answer(t('full.said', { room: this.roomName(this.full.room) }));
    }
    if (!this.visit) this.trouble = errorWords(error);
    news.answer(errorWords(error));
  }
}

export const house = new House();
