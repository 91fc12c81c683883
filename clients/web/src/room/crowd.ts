import { cellOf, type AvatarsMoved } from './avatarsMoved';
import type { FloorPlan, Point } from './floorPlan';
import { angleOf } from './heading';
import { wayAhead } from './line';
import { Protocol } from './protocol';

/** An error decays to a twentieth of itself in 150 ms. */
const easing = 50;
/** What is left of an error, in units, that nobody sees any more. */
const eased = 0.02;
/** Further off than this (units) is not a correction but another place: set at once. */
const leap = 3 * Protocol.unitsPerTile;

type Motion = {
  handle: number;
  /** Where it was said to be, and when (on our clock). */
  x: number;
  y: number;
  since: number;
  heading: number;
  dx: number;
  dy: number;
  /** Until when it is carried on, and how far it gets before a wall. */
  until: number;
  furthest: number;
  /** What the drawing is off the truth, eased away. */
  errorX: number;
  errorY: number;
  drawnAt: number;
};

export type Standing = { handle: number; x: number; y: number; heading: number };

/** How the others in the room move: carried on from their last news, stopped at walls, and eased to the truth. */
export class Crowd {
  private readonly motions = new Map<number, Motion>();
  private sight = 0;
  /** The cell that one sees from, as the server has it: both must mean the same. */
  private cell = { column: 0, row: 0 };

  constructor(private plan: FloorPlan, private readonly own: number) {}

  changePlan(plan: FloorPlan): void {
    this.plan = plan;
  }

  forget(handle: number): void {
    this.motions.delete(handle);
  }

  /** Takes in what moved. */
  hear(news: AvatarsMoved, now: number): void {
    this.lookFrom(news, now);
    const named = news.everything ? new Set<number>() : null;
    for (const move of news.moves) {
      named?.add(move.handle);
      // the own avatar is ahead of what the server says of it
      if (move.handle === this.own) continue;
      const stands = move.heading >= Protocol.standing;
      const angle = angleOf(move.heading);
      const [dx, dy] = stands ? [0, 0] : [Math.cos(angle), Math.sin(angle)];
      const until = now + Protocol.carryOn;
      const since = now - move.age;
      const before = this.motions.get(move.handle);
      const motion: Motion = {
        handle: move.handle, x: move.x, y: move.y, since, heading: move.heading, dx, dy, until,
        furthest: stands ? 0 : wayAhead(this.plan, move, dx, dy, (until - since) * Protocol.speed),
        errorX: 0, errorY: 0, drawnAt: now,
      };
      if (before) this.ease(before, motion, now);
      this.motions.set(move.handle, motion);
    }
    if (named) for (const handle of this.motions.keys()) if (!named.has(handle)) this.motions.delete(handle);
  }

  /** Who is to be drawn and where; out of sight means not known. */
  visible(now: number): Standing[] {
    const seen: Standing[] = [];
    for (const motion of this.motions.values()) {
      const truth = place(motion, now);
      if (!this.isInSight(truth)) {
        // when it comes back into sight there is nothing to ease from
        motion.drawnAt = -Infinity;
        continue;
      }
      const rest = Math.exp(-Math.max(0, now - motion.drawnAt) / easing);
      motion.errorX = Math.abs(motion.errorX) < eased ? 0 : motion.errorX * rest;
      motion.errorY = Math.abs(motion.errorY) < eased ? 0 : motion.errorY * rest;
      motion.drawnAt = now;
      seen.push({ handle: motion.handle, x: truth.x + motion.errorX, y: truth.y + motion.errorY, heading: motion.heading });
    }
    return seen;
  }

  private isInSight(place: Point): boolean {
    if (this.sight === 0) return true;
    return Math.abs(cellOf(place.x) - this.cell.column) <= this.sight && Math.abs(cellOf(place.y) - this.cell.row) <= this.sight;
  }

  /** From another cell one sees others: who is out of sight from there, or was from the one before, is no longer known. */
  private lookFrom({ sight, cell }: AvatarsMoved, now: number): void {
    if (cell) this.forgetOutOfSight(now);
    this.sight = sight;
    if (!cell) return;
    this.cell = cell;
    this.forgetOutOfSight(now);
  }

  private forgetOutOfSight(now: number): void {
    // where the house has a walker lies between its last word and where we have carried it: kept only if all of that is in sight, or we would keep
    // somebody of whom the house tells us nothing more; who is dropped in vain is heard of again within half a second
    for (const motion of this.motions.values())
      if (!this.isInSight(motion) || !this.isInSight(place(motion, now))) this.motions.delete(motion.handle);
  }

  private ease(before: Motion, after: Motion, now: number): void {
    if (before.drawnAt === -Infinity) return;
    const was = place(before, now);
    const is = place(after, now);
    const rest = Math.exp(-Math.max(0, now - before.drawnAt) / easing);
    const errorX = was.x + before.errorX * rest - is.x;
    const errorY = was.y + before.errorY * rest - is.y;
    if (Math.hypot(errorX, errorY) > leap) return;
    after.errorX = errorX;
    after.errorY = errorY;
  }
}

function place(motion: Motion, now: number): Point {
  const walked = Math.min((Math.min(now, motion.until) - motion.since) * Protocol.speed, motion.furthest);
  return { x: motion.x + motion.dx * walked, y: motion.y + motion.dy * walked };
}
