import { describe, expect, it } from 'vitest';
import { findPath } from '../src/room/pathfinder';
import { Protocol } from '../src/room/protocol';
import { Walker, WalkEnd } from '../src/room/walker';
import { at, plan, randomOf } from './plans';

const open = plan(Array.from({ length: 20 }, () => '.'.repeat(20)));

describe('the own walk', () => {
  it('goes four tiles in a second and says how it starts and stops', () => {
    const walker = new Walker(open, 100, 100);
    walker.steer(1, 0);
    const turns = [];
    for (let frame = 0; frame < 60; frame++) turns.push(...walker.advance(1000 / 60).turns);
    expect(walker.x).toBeCloseTo(228, 3);
    walker.steer(0, 0);
    turns.push(...walker.advance(16).turns);
    expect(turns).toEqual([{ x: 100, y: 100, heading: 0 }, { x: 228, y: 100, heading: Protocol.standing }]);
  });

  it('stops before a wall, says so once, and never stands in it', () => {
    const floor = plan(['....#']);
    const walker = new Walker(floor, 16, 16);
    walker.steer(1, 0);
    const ends = [];
    for (let frame = 0; frame < 120; frame++) ends.push(walker.advance(16).ended);
    expect(floor.isFreeAt(walker.pose.x, walker.pose.y)).toBe(true);
    expect(walker.x).toBeGreaterThan(120);
    expect(walker.isWalking).toBe(false);
    expect(ends.filter(Boolean)).toEqual([WalkEnd.blocked]);
  });

  it('slides along a wall at full pace, with the heading of the sliding', () => {
    const walker = new Walker(plan(['####################', '....................']), 16, 33);
    walker.steer(1, -1);
    walker.advance(16);
    const before = walker.x;
    for (let frame = 0; frame < 30; frame++) walker.advance(16);
    expect(walker.heading).toBe(0);
    expect(walker.x - before).toBeCloseTo(30 * 16 * Protocol.speed, 0);
  });

  it('slides along a wall that runs the other way, too', () => {
    const walker = new Walker(plan(Array.from({ length: 20 }, () => '.#')), 30, 16);
    walker.steer(1, 1);
    for (let frame = 0; frame < 30; frame++) walker.advance(16);
    expect(walker.heading).toBe(64);
    expect(walker.y).toBeGreaterThan(16 + 28 * 16 * Protocol.speed);
  });

  it('does not cut a corner', () => {
    const floor = plan(['.#', '#.']);
    const walker = new Walker(floor, 16, 16);
    walker.steer(1, 1);
    for (let frame = 0; frame < 60; frame++) walker.advance(16);
    expect(walker.x).toBeLessThan(32);
    expect(walker.y).toBeLessThan(32);
  });

  it('follows a way corner by corner, tells each turn at its corner, and arrives exactly', () => {
    const floor = plan(['.....', '.###.', '.....']);
    const walker = new Walker(floor, at(0, 1).x, at(0, 1).y);
    const path = findPath(floor, at(0, 1), at(4, 1));
    walker.follow(path);
    const turns = [];
    let ended = null;
    for (let frame = 0; frame < 400 && !ended; frame++) {
      const walked = walker.advance(16);
      turns.push(...walked.turns);
      ended = walked.ended;
    }
    expect(ended).toBe(WalkEnd.arrived);
    expect(walker.pose).toEqual({ ...at(4, 1), heading: Protocol.standing });
    for (const corner of path) expect(turns.map(({ x, y }) => ({ x, y }))).toContainEqual(corner);
  });

  it('stays where the server put it, though a key is held', () => {
    const walker = new Walker(open, 100, 100);
    walker.steer(0, 1);
    walker.advance(100);
    walker.putAt(64, 64);
    walker.advance(100);
    expect(walker.pose).toEqual({ x: 64, y: 64, heading: Protocol.standing });
  });

  it('does not leap after a frame that took seconds', () => {
    const walker = new Walker(open, 100, 100);
    walker.steer(1, 0);
    walker.advance(5000);
    expect(walker.x).toBeLessThanOrEqual(100 + 0.25 * 128);
  });

  it('is never in a wall nor off the floor, whichever keys are held, on random floors', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = randomOf(seed);
      const floor = plan(Array.from({ length: 12 }, (_, y) => Array.from({ length: 12 }, (_, x) => (x + y > 0 && random() < 0.3 ? '#' : '.')).join('')));
      const walker = new Walker(floor, 16, 16);
      for (let frame = 0; frame < 400; frame++) {
        if (random() < 0.1) walker.steer(Math.floor(random() * 3) - 1, Math.floor(random() * 3) - 1);
        walker.advance(random() * 60);
        expect(floor.isFreeAt(walker.x, walker.y), `seed ${seed}, frame ${frame}`).toBe(true);
        expect(floor.isFreeAt(walker.pose.x, walker.pose.y), `rounded, seed ${seed}, frame ${frame}`).toBe(true);
      }
    }
  });
});
