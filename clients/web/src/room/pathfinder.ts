import type { FloorPlan, Point } from './floorPlan';
import { isClearWithMargin } from './line';
import { Protocol } from './protocol';

const tile = Protocol.unitsPerTile;
const diagonal = Math.SQRT2;
/** Room kept to each side when a corner is cut short, units. */
const margin = 6;

const neighbours = [
  [1, 0, 1], [-1, 0, 1], [0, 1, 1], [0, -1, 1],
  [1, 1, diagonal], [1, -1, diagonal], [-1, 1, diagonal], [-1, -1, diagonal],
] as const;

/**
 * The way from one place to another around walls and furniture: the corners to walk to, the target last. Empty when there is none. A target that is
 * not free is replaced by the nearest place that can be reached.
 */
export function findPath(plan: FloorPlan, from: Point, to: Point): Point[] {
  const start = indexAt(plan, from);
  const goal = indexAt(plan, plan.clamp(to));
  const tiles = search(plan, start, goal);
  if (tiles.length === 0) return [];
  const end = tiles[tiles.length - 1];
  const exact = end === goal && plan.isFreeAt(to.x, to.y);
  const points = [from, ...tiles.map((index) => centre(plan, index))];
  if (exact) points.push(plan.clamp(to));
  return pullTight(plan, points);
}

function indexAt(plan: FloorPlan, point: Point): number {
  return Math.floor(point.y / tile) * plan.width + Math.floor(point.x / tile);
}

function centre(plan: FloorPlan, index: number): Point {
  return { x: (index % plan.width) * tile + tile / 2, y: Math.floor(index / plan.width) * tile + tile / 2 };
}

/** A* over tiles in eight directions without cutting corners: the tiles from start to goal, or to the tile nearest to the goal. */
function search(plan: FloorPlan, start: number, goal: number): number[] {
  const { width, height } = plan;
  const cost = new Float64Array(width * height).fill(Infinity);
  const cameFrom = new Int32Array(width * height).fill(-1);
  const done = new Uint8Array(width * height);
  const goalColumn = goal % width;
  const goalRow = Math.floor(goal / width);
  const estimate = (index: number) => {
    const dx = Math.abs((index % width) - goalColumn);
    const dy = Math.abs(Math.floor(index / width) - goalRow);
    return Math.max(dx, dy) + (diagonal - 1) * Math.min(dx, dy);
  };
  const open = new Heap();
  cost[start] = 0;
  open.push(start, estimate(start));
  let nearest = start;
  for (let index = open.pop(); index >= 0; index = open.pop()) {
    if (done[index]) continue;
    done[index] = 1;
    if (estimate(index) < estimate(nearest)) nearest = index;
    if (index === goal) break;
    const column = index % width;
    const row = Math.floor(index / width);
    for (const [dx, dy, length] of neighbours) {
      if (!plan.isFree(column + dx, row + dy)) continue;
      if (dx !== 0 && dy !== 0 && (!plan.isFree(column + dx, row) || !plan.isFree(column, row + dy))) continue;
      const next = index + dy * width + dx;
      const way = cost[index] + length;
      if (way >= cost[next]) continue;
      cost[next] = way;
      cameFrom[next] = index;
      open.push(next, way + estimate(next));
    }
  }
  const path: number[] = [];
  for (let index = nearest; index >= 0; index = cameFrom[index]) path.push(index);
  return path.reverse();
}

/** Leaves out every corner that can be walked past in a straight line. */
function pullTight(plan: FloorPlan, points: Point[]): Point[] {
  const path: Point[] = [];
  let at = 0;
  while (at < points.length - 1) {
    let next = at + 1;
    for (let further = points.length - 1; further > next; further--)
      if (isClearWithMargin(plan, points[at], points[further], margin)) next = further;
    path.push(points[next]);
    at = next;
  }
  return path.filter((point, index) => {
    const before = index === 0 ? points[0] : path[index - 1];
    return point.x !== before.x || point.y !== before.y;
  });
}

/** A binary heap of numbers by cost. */
class Heap {
  private items: number[] = [];
  private costs: number[] = [];

  push(item: number, cost: number): void {
    const { items, costs } = this;
    let at = items.length;
    items.push(item);
    costs.push(cost);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (costs[parent] <= cost) break;
      items[at] = items[parent];
      costs[at] = costs[parent];
      at = parent;
    }
    items[at] = item;
    costs[at] = cost;
  }

  /** The cheapest, or -1. */
  pop(): number {
    const { items, costs } = this;
    if (items.length === 0) return -1;
    const first = items[0];
    const item = items.pop()!;
    const cost = costs.pop()!;
    if (items.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && costs[child + 1] < costs[child]) child++;
      if (costs[child] >= cost) break;
      items[at] = items[child];
      costs[at] = costs[child];
      at = child;
    }
    items[at] = item;
    costs[at] = cost;
    return first;
  }
}
