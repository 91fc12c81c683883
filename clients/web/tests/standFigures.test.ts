import { describe, expect, it } from 'vitest';
import { readFigures } from '../src/stands/figuresApi';

const period = { first: '2026-11-23', last: '2026-11-24', visits: 12, stays: [5, null, 0, 7, null], materials: [{ material: 'a1', title: 'Leitfaden', taken: 6 }] };

describe('figures', () => {
  it('are read as the house writes them, with what is not shown', () => {
    expect(readFigures({ periods: [period], fewest: 5 })).toEqual({ periods: [period], fewest: 5 });
  });

  it('that cannot be are not shown', () => {
    expect(readFigures({ periods: [{ ...period, visits: -1 }, { ...period, first: 'gestern' }, null], fewest: 5 })?.periods).toEqual([]);
    expect(readFigures({ periods: [{ ...period, stays: [1, 'x'], materials: [{ material: 'a1', taken: 0 }] }], fewest: 5 })?.periods[0]).toMatchObject({ stays: [1, null, null, null, null], materials: [] });
    expect(readFigures({ periods: [period] })).toBeNull();
  });
});
