import type { FloorPlan, Point } from './floorPlan';
import { Protocol } from './protocol';

const tile = Protocol.unitsPerTile;

/**
 * How far one gets from a place along a direction before the first tile that is wall or furniture, at most `furthest`; in units.
 * `dx`, `dy` is the direction with length 1. A line exactly through a corner needs both tiles beside it free.
 */
export function wayAhead(plan: FloorPlan, from: Point, dx: number, dy: number, furthest: number): number {
  let column = Math.floor(from.x / tile);
  let row = Math.floor(from.y / tile);
  if (!plan.isFree(column, row)) return 0;
  const stepX = Math.sign(dx);
  const stepY = Math.sign(dy);
  const acrossX = dx === 0 ? Infinity : tile / Math.abs(dx);
  const acrossY = dy === 0 ? Infinity : tile / Math.abs(dy);
  let toX = dx === 0 ? Infinity : ((dx > 0 ? (column + 1) * tile : column * tile) - from.x) / dx;
  let toY = dy === 0 ? Infinity : ((dy > 0 ? (row + 1) * tile : row * tile) - from.y) / dy;
  for (;;) {
    const way = Math.min(toX, toY);
    if (way > furthest) return furthest;
    if (Math.abs(toX - toY) < 1e-9) {
      if (!plan.isFree(column + stepX, row) || !plan.isFree(column, row + stepY)) return way;
      column += stepX;
      row += stepY;
      toX += acrossX;
      toY += acrossY;
    } else if (toX < toY) {
      column += stepX;
      toX += acrossX;
    } else {
      row += stepY;
      toY += acrossY;
    }
    if (!plan.isFree(column, row)) return way;
  }
}

/** Whether one can walk straight from one place to another. */
export function isClear(plan: FloorPlan, from: Point, to: Point): boolean {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return plan.isFreeAt(from.x, from.y);
  return wayAhead(plan, from, (to.x - from.x) / length, (to.y - from.y) / length, length) >= length
    && plan.isFreeAt(to.x, to.y);
}

/** The same with room to both sides, so that places rounded to whole units do not scrape a corner. */
export function isClearWithMargin(plan: FloorPlan, from: Point, to: Point, margin: number): boolean {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return true;
  const aside = { x: (-(to.y - from.y) / length) * margin, y: ((to.x - from.x) / length) * margin };
  return isClear(plan, from, to)
    && isClear(plan, { x: from.x + aside.x, y: from.y + aside.y }, { x: to.x + aside.x, y: to.y + aside.y })
    && isClear(plan, { x: from.x - aside.x, y: from.y - aside.y }, { x: to.x - aside.x, y: to.y - aside.y });
}
