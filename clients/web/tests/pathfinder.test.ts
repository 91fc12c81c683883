import { describe, expect, it } from 'vitest';
import type { FloorPlan, Point } from '../src/room/floorPlan';
import { isClear } from '../src/room/line';
import { findPath } from '../src/room/pathfinder';
import { at, plan, randomOf } from './plans';

function isWalkable(floor: FloorPlan, from: Point, path: readonly Point[]): boolean {
  return path.every((point, index) => isClear(floor, index === 0 ? from : path[index - 1], point));
}

function length(from: Point, path: readonly Point[]): number {
  return path.reduce((sum, point, index) => {
    const before = index === 0 ? from : path[index - 1];
    return sum + Math.hypot(point.x - before.x, point.y - before.y);
  }, 0);
}

/** Tiles that can be reached, by plain flooding in four directions; diagonal steps reach no more. */
function reachable(floor: FloorPlan, from: Point): Set<number> {
  const start = Math.floor(from.y / 32) * floor.width + Math.floor(from.x / 32);
  const found = new Set([start]);
  const open = [start];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const [column, row] = [index % floor.width, Math.floor(index / floor.width)];
    for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
      const next = (row + dy) * floor.width + column + dx;
      if (floor.isFree(column + dx, row + dy) && !found.has(next)) {
        found.add(next);
        open.push(next);
      }
    }
  }
  return found;
}

describe('the way', () => {
  it('is one straight line where nothing stands between', () => {
    const floor = plan(['........', '........', '........']);
    expect(findPath(floor, at(0, 0), { x: 240, y: 70 })).toEqual([{ x: 240, y: 70 }]);
  });

  it('leads around a wall and keeps off its corner', () => {
    const floor = plan(['.....', '..#..', '..#..', '..#..', '.....']);
    const path = findPath(floor, at(0, 2), at(4, 2));
    expect(path.length).toBeGreaterThan(1);
    expect(path[path.length - 1]).toEqual(at(4, 2));
    expect(isWalkable(floor, at(0, 2), path)).toBe(true);
  });

  it('does not slip through a diagonal gap', () => {
    expect(findPath(plan(['.#', '#.']), at(0, 0), at(1, 1))).toEqual([]);
  });

  it('leads to the nearest place when the target stands full or cannot be reached', () => {
    const floor = plan(['......', '....oo', '....oo']);
    const path = findPath(floor, at(0, 2), at(5, 2));
    const end = path[path.length - 1];
    expect(floor.isFreeAt(end.x, end.y)).toBe(true);
    expect(end).toEqual(at(3, 2));
  });

  it('finds a way exactly when there is one, and only through free tiles, on random floors', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const random = randomOf(seed);
      const size = 8 + Math.floor(random() * 24);
      const floor = plan(Array.from({ length: size }, () =>
        Array.from({ length: size }, () => (random() < 0.28 ? (random() < 0.5 ? '#' : 'o') : '.')).join('')));
      const free = Array.from({ length: size * size }, (_, index) => index).filter((index) => floor.isFree(index % size, Math.floor(index / size)));
      const pick = () => free[Math.floor(random() * free.length)];
      const [start, goal] = [pick(), pick()];
      const place = (index: number) => ({ x: (index % size) * 32 + 1 + Math.floor(random() * 31), y: Math.floor(index / size) * 32 + 1 + Math.floor(random() * 31) });
      const [from, to] = [place(start), place(goal)];
      const path = findPath(floor, from, to);
      const end = path[path.length - 1] ?? from;
      const arrives = Math.hypot(end.x - to.x, end.y - to.y) < 1;
      expect(isWalkable(floor, from, path), `walkable, seed ${seed}`).toBe(true);
      expect(arrives, `arrives, seed ${seed}`).toBe(reachable(floor, from).has(goal));
    }
  });

  it('is hardly longer than the straight line through an open hall with pillars', () => {
    const floor = plan(Array.from({ length: 60 }, (_, y) => Array.from({ length: 60 }, (_, x) => (x % 6 === 3 && y % 6 === 3 ? '#' : '.')).join('')));
    const [from, to] = [at(1, 1), at(58, 40)];
    expect(length(from, findPath(floor, from, to)) / Math.hypot(to.x - from.x, to.y - from.y)).toBeLessThan(1.05);
  });

  it('is found across the largest floor within a frame or two', () => {
    const floor = plan(Array.from({ length: 128 }, (_, y) => Array.from({ length: 128 }, (_, x) => (x % 4 === 2 && (y + x) % 128 > 2 ? '#' : '.')).join('')));
    const started = performance.now();
    const path = findPath(floor, at(0, 0), at(127, 127));
    expect(path[path.length - 1]).toEqual(at(127, 127));
    expect(performance.now() - started).toBeLessThan(400);
  });
});
