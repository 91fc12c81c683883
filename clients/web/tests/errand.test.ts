import { describe, expect, it } from 'vitest';
import { Errand } from '../src/room/errand';
import { at } from './plans';

describe('an errand on which the house puts one back', () => {
  it('is taken up again, on the way and when one has only just arrived', () => {
    const errand = new Errand(at(8, 1), 'stand-7');
    expect(errand.isTakenUpAgain(1_000)).toBe(true);
    errand.arrive(5_000);
    expect(errand.isTakenUpAgain(8_000)).toBe(true);
    expect(errand).toMatchObject({ point: at(8, 1), goal: 'stand-7' });
  });

  it('is not when one has stood there for longer: then somebody else has put one elsewhere', () => {
    const errand = new Errand(at(8, 1), null);
    errand.arrive(5_000);
    expect(errand.isTakenUpAgain(8_001)).toBe(false);
  });

  it('is given up after three times', () => {
    const errand = new Errand(at(8, 1), null);
    expect([1, 2, 3, 4].map((times) => errand.isTakenUpAgain(times))).toEqual([true, true, true, false]);
    errand.arrive(5_000);
    expect(errand.isTakenUpAgain(5_001)).toBe(false);
  });
});
