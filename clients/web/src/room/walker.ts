import type { FloorPlan, Point } from './floorPlan';
import { headingOf } from './heading';
import { isClear } from './line';
import { Protocol } from './protocol';

/** Walking is reckoned in pieces this long (units), so that no wall is stepped over however slow the frames come. */
const piece = 4;
/** A frame longer than this (ms) was a hiccup; one does not leap after it. */
const longestFrame = 250;

export type Pose = { x: number; y: number; heading: number };

/** How a walk ended by itself. */
export const WalkEnd = { arrived: 'arrived', blocked: 'blocked' } as const;
export type WalkEnd = (typeof WalkEnd)[keyof typeof WalkEnd];

export type Walked = {
  /** Starts, turns and stops in this time, in their order; the server must hear of each. */
  turns: Pose[];
  ended: WalkEnd | null;
};

/**
 * The own avatar's motion, ahead of the server: by direction (keys) with sliding along walls, or along a path. It knows no clock; `advance` is
 * told how much time went by.
 */
export class Walker {
  private push: Point = { x: 0, y: 0 };
  private path: Point[] = [];
  private wasBlocked = false;
  heading: number = Protocol.standing;

  constructor(private plan: FloorPlan, public x: number, public y: number) {}

  get pose(): Pose {
    return { ...this.plan.clamp(this), heading: this.heading };
  }

  get isWalking(): boolean {
    return this.heading !== Protocol.standing;
  }

  /** What is left of the way, for drawing. */
  get way(): readonly Point[] {
    return this.path;
  }

  /** Walks in this direction until told otherwise; 0, 0 to stop. Ends following a path. */
  steer(dx: number, dy: number): void {
    if (dx === 0 && dy === 0 && this.path.length > 0) return;
    const length = Math.hypot(dx, dy) || 1;
    this.push = { x: dx / length, y: dy / length };
    this.path = [];
    this.wasBlocked = false;
  }

  follow(path: readonly Point[]): void {
    this.push = { x: 0, y: 0 };
    this.path = [...path];
  }

  halt(): void {
    this.push = { x: 0, y: 0 };
    this.path = [];
  }

  /** Stands there and nowhere else: the server said so. */
  putAt(x: number, y: number): void {
    this.halt();
    this.x = x;
    this.y = y;
    this.heading = Protocol.standing;
  }

  changePlan(plan: FloorPlan): void {
    this.plan = plan;
    this.halt();
  }

  advance(milliseconds: number): Walked {
    const walked: Walked = { turns: [], ended: null };
    let left = Math.min(milliseconds, longestFrame) * Protocol.speed;
    while (left > 1e-6) {
      const before = left;
      left -= this.path.length > 0 ? this.alongPath(left, walked) : this.byDirection(left, walked);
      if (left === before) break;
    }
    if (this.path.length === 0 && this.push.x === 0 && this.push.y === 0) this.turn(Protocol.standing, walked);
    return walked;
  }

  private alongPath(left: number, walked: Walked): number {
    const next = this.path[0];
    const [dx, dy] = [next.x - this.x, next.y - this.y];
    const length = Math.hypot(dx, dy);
    if (length < 0.01) {
      this.path.shift();
      if (this.path.length === 0) this.end(WalkEnd.arrived, walked);
      return length;
    }
    if (!isClear(this.plan, this, next)) {
      this.path = [];
      this.end(WalkEnd.blocked, walked);
      return 0;
    }
    this.turn(headingOf(dx, dy), walked);
    const way = Math.min(left, length);
    // the corner itself is taken exactly: adding up fractions would drift off it
    this.x = way === length ? next.x : this.x + (dx / length) * way;
    this.y = way === length ? next.y : this.y + (dy / length) * way;
    if (way === length) {
      this.path.shift();
      if (this.path.length === 0) this.end(WalkEnd.arrived, walked);
    }
    return way;
  }

  private byDirection(left: number, walked: Walked): number {
    const { x: dx, y: dy } = this.push;
    if (dx === 0 && dy === 0) return 0;
    const way = Math.min(piece, left);
    // straight on, else along the wall at the same pace, else not at all
    const sliding = [[dx, dy], [Math.sign(dx), 0], [0, Math.sign(dy)]];
    for (const [x, y] of sliding) {
      if ((x === 0 && y === 0) || !this.canStep(x * way, y * way)) continue;
      this.turn(headingOf(x, y), walked);
      this.x += x * way;
      this.y += y * way;
      this.wasBlocked = false;
      return way;
    }
    this.turn(Protocol.standing, walked);
    if (!this.wasBlocked) walked.ended = WalkEnd.blocked;
    this.wasBlocked = true;
    return 0;
  }

  private canStep(dx: number, dy: number): boolean {
    // what is sent is rounded, so the rounded place must be free as well
    const to = { x: this.x + dx, y: this.y + dy };
    return isClear(this.plan, this, to) && this.plan.isFreeAt(Math.round(to.x), Math.round(to.y));
  }

  private end(how: WalkEnd, walked: Walked): void {
    walked.ended = how;
    this.turn(Protocol.standing, walked);
  }

  private turn(heading: number, walked: Walked): void {
    if (heading === this.heading) return;
    this.heading = heading;
    walked.turns.push(this.pose);
  }
}
