import { news } from '../news/news.svelte';
import { signs } from '../stands/signs.svelte';
import { areaTitle, doorTitle, peopleSentence, whereAmI, type Neighbour, type Speech } from '../words/surroundings';
import { named, t, type Key } from '../words/words.svelte';
import { Crowd, type Standing } from './crowd';
import { DestinationKind, elbowRoom, placeBeside, placeIn, type Destination } from './destinations';
import { Errand } from './errand';
import { centreOf, contains, distance, distanceTo, type Area, type Door, type FloorPlan, type Point, type Rect } from './floorPlan';
import { nextLeg, type Journey } from './journey';
import { renamings, type Renaming } from './namesakes';
import { findPath } from './pathfinder';
import { Protocol } from './protocol';
import { Walker, WalkEnd, type Pose } from './walker';
import type { PeopleChanged, Person, RoomEntered, RoomSummary } from './wire';

/** How often the surroundings are looked at, ms. */
const lookInterval = 300;
/** In rooms with more people than this, coming and going is told less often. */
const busy = 30;
const busyRest = 30_000;

/** Who walks along comes no nearer than this, units. */
const trailReach = 1.6 * Protocol.unitsPerTile;

export const speech: Speech = { words: t, named, standIn: (area) => signs.all.get(area) };

/** What is said on the way and on arrival: some things have an article in German that a name does not have. */
const said: Record<DestinationKind, { start: Key; arrived: Key }> = {
  stand: { start: 'walk.startTo', arrived: 'walk.arrivedAtStand' },
  table: { start: 'walk.startTo', arrived: 'walk.arrivedAt' },
  person: { start: 'walk.startTo', arrived: 'walk.arrivedAt' },
  stage: { start: 'walk.start', arrived: 'walk.arrived' },
  place: { start: 'walk.start', arrived: 'walk.arrived' },
  door: { start: 'walk.throughStart', arrived: 'walk.arrived' },
};

type Goal = {
  kind: DestinationKind; title: string; door: Door | null;
  /** What goes on behind the door. */
  onward?: Journey;
  /** In which any free place will do. */
  area?: Rect;
};

/** One stay in one room: who is there, the own walk, and what is around. */
export class RoomVisit {
  room = $state.raw() as RoomSummary;
  plan = $state.raw() as FloorPlan;
  people = $state.raw<ReadonlyMap<number, Person>>(new Map());
  /** The area one stands in, and the door one stands at. */
  area = $state.raw<Area | null>(null);
  door = $state.raw<Door | null>(null);
  /** Where one has stopped: an area that one only walks through is none. */
  stop = $state.raw<Area | null>(null);
  readonly handle: number;
  readonly walker: Walker;
  readonly crowd: Crowd;
  /** Whose name is shown wherever they are: the person one points at in the list. */
  marked: number | null = null;
  /** Told when one walks where one wants, and not after somebody. */
  setsOutAlone: (() => void) | null = null;
  private goal: Goal | null = null;
  private errand: Errand<Goal> | null = null;
  private lookedAt = 0;
  private doorways = new Set<string>();

  constructor(entered: RoomEntered, private readonly goThrough: (door: Door, onward?: Journey) => void) {
    this.room = entered.room;
    this.plan = entered.plan;
    this.handle = entered.handle;
    this.people = new Map(entered.people.map((person) => [person.handle, person]));
    this.walker = new Walker(entered.plan, entered.x, entered.y);
    this.crowd = new Crowd(entered.plan, entered.handle);
    this.doorways = this.doorwaysHere();
    this.area = this.plan.areaAt(this.walker);
  }

  /** The name under which the others see one here. */
  get ownName(): string {
    return this.people.get(this.handle)?.member.name ?? '';
  }

  get isByKeys(): boolean {
    return this.walker.isWalking && this.walker.way.length === 0;
  }

  /** Lets time go by for the own avatar; gives each start, turn and stop to `tell`, and then the pose of now. */
  advance(milliseconds: number, now: number, tell: (pose: Pose) => void): void {
    const walked = this.walker.advance(milliseconds);
    for (const turn of walked.turns) tell(turn);
    tell(this.walker.pose);
    if (walked.ended === WalkEnd.arrived) this.arrive();
    if (walked.ended === WalkEnd.blocked) {
      this.errand = null;
      news.tell('blocked', t('walk.blocked'));
    }
    if (this.walker.isWalking) this.enterDoorways();
    if (now - this.lookedAt >= lookInterval) {
      this.lookedAt = now;
      this.look();
    }
  }

  seen(now: number): Standing[] {
    return this.crowd.visible(now).filter(({ handle }) => this.people.has(handle));
  }

  neighbours(now: number): Neighbour[] {
    return this.seen(now).map(({ handle, x, y }) => ({ x, y, name: this.people.get(handle)?.member.name ?? '' }));
  }

  whereAmI(now: number): string {
    return whereAmI(named(this.room.names), this.plan, this.walker, this.neighbours(now), speech);
  }

  steer(dx: number, dy: number): void {
    if (dx !== 0 || dy !== 0) {
      this.goal = this.errand = null;
      this.setsOutAlone?.();
    }
    news.drop('blocked');
    this.walker.steer(dx, dy);
  }

  halt(): void {
    this.goal = this.errand = null;
    this.walker.halt();
  }

  /** Walks to a point of the floor; into a doorway means through the door. */
  walkTo(point: Point): boolean {
    const door = this.plan.doors.find((each) => contains(each, point)) ?? null;
    return this.setOut(point, door ? { kind: DestinationKind.door, title: doorTitle(door, speech), door } : null);
  }

  /** Walks to something by its name and says so. */
  walkToDestination(destination: Destination, now: number): void {
    const { kind, id, title } = destination;
    const others = this.crowd.visible(now);
    let point: Point | null = null;
    let door: Door | null = null;
    let area: Rect | undefined;
    if (kind === DestinationKind.person) {
      const other = others.find(({ handle }) => String(handle) === id);
      if (!other) return news.answer(t('walk.outOfSight', { name: title }));
      point = placeBeside(this.plan, other, this.walker);
    } else if (kind === DestinationKind.door) {
      door = this.plan.doors.find((each) => each.id === id) ?? null;
      point = door && centreOf(door);
    } else {
      area = this.plan.areas.find((each) => each.id === id);
      point = area ? placeIn(this.plan, area, others) : null;
    }
    if (!point) return;
    news.answer(t(said[kind].start, { title }));
    if (!this.setOut(point, { kind, title, door, area })) news.answer(t('walk.noWay', { title }));
  }

  /** Walks on towards something that may be in another room; false when no way leads on from here. */
  travel(journey: Journey, now: number): boolean {
    const leg = nextLeg(journey, this.room.id, this.plan);
    if (!leg) return false;
    const { title } = journey;
    if ('area' in leg && contains(leg.area, this.walker)) {
      this.halt();
      news.answer(t(said.stand.arrived, { title }));
      return true;
    }
    if ('area' in leg) return this.setOut(placeIn(this.plan, leg.area, this.crowd.visible(now)), { kind: DestinationKind.stand, title, door: null, area: leg.area });
    return this.setOut(centreOf(leg.door), { kind: DestinationKind.door, title, door: leg.door, onward: leg.onward });
  }

  putBack(x: number, y: number): void {
    const { errand } = this;
    this.goal = null;
    this.walker.putAt(x, y);
    this.doorways = this.doorwaysHere();
    if (errand?.isTakenUpAgain(performance.now()) && !this.walkOn(errand)) this.goal = this.errand = null;
  }

  changePlan(room: RoomSummary, plan: FloorPlan): void {
    this.room = room;
    this.plan = plan;
    this.goal = this.errand = null;
    this.walker.changePlan(plan);
    this.crowd.changePlan(plan);
    news.tell('plan', t('room.planChanged'));
  }

  /** Gives whom it shows under another name. */
  changePeople({ all, entered, left }: PeopleChanged): Renaming[] {
    const before = this.people;
    const renamed = renamings(before, entered);
    const people = new Map(all ? [] : before);
    const gone = all ? [...before.keys()].filter((handle) => !entered.some((each) => each.handle === handle)) : left;
    for (const handle of gone) {
      people.delete(handle);
      this.crowd.forget(handle);
    }
    for (const person of entered) people.set(person.handle, person);
    this.people = people;
    const rest = people.size > busy ? busyRest : 0;
    for (const { handle, member } of entered)
      if (handle !== this.handle && !before.has(handle)) this.tellPeople('came', member.name, rest);
    for (const handle of gone) {
      const person = before.get(handle);
      if (person && handle !== this.handle) this.tellPeople('went', person.member.name, rest);
    }
    return renamed;
  }

  private tellPeople(what: 'came' | 'went', name: string, rest: number): void {
    news.tellOf(what, name, (names) => peopleSentence(names, `people.${what}One`, `people.${what}`, t), rest);
  }

  /** How far somebody is away, and how far to the east, units; null when they are out of sight. */
  offsetTo(handle: number, now: number): { away: number; east: number } | null {
    const there = this.crowd.visible(now).find((other) => other.handle === handle);
    return there ? { away: distance(there, this.walker), east: there.x - this.walker.x } : null;
  }

  /** Walks after somebody, to a place beside them. */
  trail(leader: Point): void {
    this.goal = this.errand = null;
    if (distance(leader, this.walker) <= trailReach) return;
    const path = findPath(this.plan, this.walker, placeBeside(this.plan, leader, this.walker));
    if (path.length > 0) this.walker.follow(path);
  }

  private setOut(point: Point, goal: Goal | null): boolean {
    this.setsOutAlone?.();
    this.errand = new Errand(point, goal);
    if (this.walkOn(this.errand)) return true;
    this.errand = null;
    if (goal && distance(this.walker, point) < Protocol.unitsPerTile * 2) this.arrive();
    return distance(this.walker, point) < Protocol.unitsPerTile * 2;
  }

  private walkOn({ point, goal }: Errand<Goal>): boolean {
    const path = findPath(this.plan, this.walker, point);
    this.goal = goal;
    if (path.length > 0) this.walker.follow(path);
    return path.length > 0;
  }

  private arrive(): void {
    const { goal } = this;
    this.goal = null;
    this.errand?.arrive(performance.now());
    if (!goal) return;
    if (goal.area && this.stepsAside(goal, goal.area)) return;
    if (!goal.door) news.answer(t(said[goal.kind].arrived, { title: goal.title }));
    else if (distanceTo(goal.door, this.walker) > Protocol.doorReach) news.answer(t('walk.noWay', { title: goal.title }));
    else {
      this.errand = null; // a door that does not let one in is not asked again and again
      this.goThrough(goal.door, goal.onward);
    }
  }

  /** Who set out from afar did not see yet who stands there; once is enough. */
  private stepsAside(goal: Goal, area: Rect): boolean {
    const others = this.crowd.visible(performance.now());
    if (!others.some((other) => distance(other, this.walker) < elbowRoom)) return false;
    return this.setOut(placeIn(this.plan, area, others), { ...goal, area: undefined });
  }

  /** Walking into a doorway leads through it, but only by keys, and not while one still stands in the one that one came out of. */
  private enterDoorways(): void {
    const here = this.doorwaysHere();
    const fresh = this.plan.doors.find(({ id }) => here.has(id) && !this.doorways.has(id));
    this.doorways = here;
    if (!fresh || !this.isByKeys) return;
    this.halt();
    this.goThrough(fresh);
  }

  private doorwaysHere(): Set<string> {
    return new Set(this.plan.doors.filter((door) => contains(door, this.walker)).map(({ id }) => id));
  }

  private look(): void {
    const area = this.plan.areaAt(this.walker);
    if (area !== this.area) {
      this.area = area;
      if (area && area.kind !== 'lobby' && !this.goal) news.tell('area', areaTitle(area, speech));
      else news.drop('area');
    }
    if (!this.walker.isWalking) this.stop = area;
    else if (this.stop !== area) this.stop = null;
    const near = this.plan.doors
      .map((door) => ({ door, away: distanceTo(door, this.walker) }))
      .filter(({ away }) => away <= Protocol.doorReach)
      .sort((a, b) => a.away - b.away)[0];
    this.door = near?.door ?? null;
  }
}
