import type { Point } from './floorPlan';

/** So long after one has arrived (ms) the house may still take the walk back. */
const regret = 3_000;
/** So often one sets out again; then something is in the way that is not on the plan. */
const mostReturns = 3;

/**
 * Where one set out for. A house that stood still for a moment takes back what was walked meanwhile, and whoever set out for something gets there all the
 * same.
 */
export class Errand<Goal> {
  private arrivedAt = Infinity;
  private returns = 0;

  constructor(readonly point: Point, readonly goal: Goal | null) {}

  arrive(now: number): void {
    this.arrivedAt = now;
  }

  /** Whether one sets out again, now that the house has put one back. */
  isTakenUpAgain(now: number): boolean {
    if (now - this.arrivedAt > regret || this.returns >= mostReturns) return false;
    this.returns += 1;
    this.arrivedAt = Infinity;
    return true;
  }
}
