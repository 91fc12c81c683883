import { describe, expect, it } from 'vitest';
import { Crowd } from '../src/room/crowd';
import { Protocol } from '../src/room/protocol';
import { plan } from './plans';

const hall = plan(Array.from({ length: 40 }, () => '.'.repeat(40)));
const east = 0;
const bo = 7;

function crowd(floor = hall): Crowd {
  return new Crowd(floor, 1);
}

function move(handle: number, x: number, y: number, heading: number = Protocol.standing, age = 0) {
  return { handle, x, y, heading, age };
}

function news(moves: ReturnType<typeof move>[], everything = false, sight = 0, cell: { column: number; row: number } | null = null) {
  return { everything, sight, cell, moves };
}

describe('the others', () => {
  it('walk on along their heading from where they were, age counted', () => {
    const others = crowd();
    others.hear(news([move(bo, 160, 160, east, 100)]), 1000);
    const [seen] = others.visible(1200);
    // 0.3 s at 4 m/s
    expect(seen.x).toBeCloseTo(160 + 0.3 * 128, 5);
    expect(seen.y).toBeCloseTo(160, 5);
  });

  it('are not carried on longer than 600 ms after the news', () => {
    const others = crowd();
    others.hear(news([move(bo, 160, 160, east, 50)]), 1000);
    expect(others.visible(5000)[0].x).toBeCloseTo(160 + 0.65 * 128, 5);
  });

  it('stop at walls', () => {
    const others = crowd(plan(['.......', '...#...', '.......']));
    others.hear(news([move(bo, 48, 48, east)]), 0);
    const [seen] = others.visible(600);
    expect(seen.x).toBeLessThanOrEqual(96);
    expect(seen.x).toBeGreaterThan(90);
  });

  it('are eased to the truth: no jump now, nearly there after 150 ms', () => {
    const others = crowd();
    others.hear(news([move(bo, 160, 160)]), 0);
    others.visible(0);
    others.hear(news([move(bo, 190, 160)]), 1000);
    expect(others.visible(1000)[0].x).toBeCloseTo(160, 5);
    const halfway = others.visible(1040)[0].x;
    expect(halfway).toBeGreaterThan(165);
    expect(halfway).toBeLessThan(188);
    expect(others.visible(1150)[0].x).toBeGreaterThan(188);
  });

  it('ease the same however often one looks', () => {
    const [often, seldom] = [crowd(), crowd()];
    for (const others of [often, seldom]) {
      others.hear(news([move(bo, 160, 160)]), 0);
      others.visible(0);
      others.hear(news([move(bo, 190, 160)]), 100);
    }
    for (let now = 100; now < 180; now += 4) often.visible(now);
    expect(often.visible(180)[0].x).toBeCloseTo(seldom.visible(180)[0].x, 5);
  });

  it('are set at once when they are more than three tiles off', () => {
    const others = crowd();
    others.hear(news([move(bo, 160, 160)]), 0);
    others.visible(0);
    others.hear(news([move(bo, 160 + 97, 160)]), 1000);
    expect(others.visible(1000)[0].x).toBe(257);
  });

  it('are not drawn beyond sight, measured in cells from the one that the house names', () => {
    const others = crowd();
    // seen from cell 0; cell 1 ends at tile 12
    others.hear(news([move(2, 11 * 32, 160), move(3, 12 * 32, 160)], false, 1, { column: 0, row: 0 }), 0);
    expect(others.visible(0).map(({ handle }) => handle)).toEqual([2]);
    others.hear(news([move(3, 12 * 32, 160)], false, 1, { column: 1, row: 0 }), 0);
    expect(others.visible(0).map(({ handle }) => handle)).toEqual([2, 3]);
  });

  it('are forgotten when they were out of sight: only the house knows where they went meanwhile', () => {
    const others = crowd();
    others.hear(news([move(2, 160, 160)], false, 1, { column: 1, row: 0 }), 0);
    others.hear(news([], false, 1, { column: 2, row: 0 }), 0);
    others.hear(news([], false, 1, { column: 1, row: 0 }), 0);
    expect(others.visible(0)).toEqual([]);
  });

  it('are forgotten, too, when the house may have them out of sight though they were carried into it', () => {
    const others = crowd();
    others.hear(news([move(bo, 6 * 32 - 16, 160, east)], false, 1, { column: 1, row: 0 }), 0);
    others.hear(news([], false, 1, { column: 2, row: 0 }), 300);
    expect(others.visible(300)).toEqual([]);
  });

  it('leave sight by walking on', () => {
    const others = crowd();
    others.hear(news([move(bo, 12 * 32 - 10, 160, east)], false, 1), 0);
    expect(others.visible(0)).toHaveLength(1);
    expect(others.visible(300)).toHaveLength(0);
  });

  it('do not slide in from where they were lost from sight', () => {
    const others = crowd();
    others.hear(news([move(bo, 12 * 32 + 10, 160)], false, 1), 0);
    others.visible(0);
    others.hear(news([move(bo, 12 * 32 - 10, 160)], false, 1), 1000);
    expect(others.visible(1000)[0].x).toBe(12 * 32 - 10);
  });

  it('are forgotten when everything is told and they are not in it', () => {
    const others = crowd();
    others.hear(news([move(2, 64, 64), move(3, 96, 96)]), 0);
    others.hear(news([move(3, 96, 96)], true), 10);
    expect(others.visible(10).map(({ handle }) => handle)).toEqual([3]);
  });

  it('do not include oneself', () => {
    const others = crowd();
    others.hear(news([move(1, 64, 64)]), 0);
    expect(others.visible(0)).toEqual([]);
  });
});
