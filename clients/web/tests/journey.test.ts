import { describe, expect, it } from 'vitest';
import { nextLeg } from '../src/room/journey';
import { area, door, plan } from './plans';

const foyer = plan(['.....'], [], [door('nach-halle', 'halle', 4, 0)]);
const hall = plan(['.....'], [area('stand-7', 'stand', 7, 'Soest', 1, 0, 2, 1)], [door('nach-garten', 'garten', 4, 0)]);
const journey = { room: 'halle', area: 'stand-7', title: 'Soest', doors: ['nach-halle'] };

describe('a journey', () => {
  it('leads through the next door, and then to the place', () => {
    const first = nextLeg(journey, 'foyer', foyer);
    expect(first).toEqual({ door: foyer.doors[0], onward: { ...journey, doors: [] } });
    expect(nextLeg({ ...journey, doors: [] }, 'halle', hall)).toEqual({ area: hall.areas[0] });
  });

  it('ends where one already is, whatever doors were named', () => {
    expect(nextLeg(journey, 'halle', hall)).toEqual({ area: hall.areas[0] });
  });

  it('leads nowhere from a room that has not that door, nor to a place that is gone', () => {
    expect(nextLeg(journey, 'garten', hall)).toBeNull();
    expect(nextLeg({ ...journey, doors: [] }, 'foyer', foyer)).toBeNull();
    expect(nextLeg({ ...journey, area: 'stand-8' }, 'halle', hall)).toBeNull();
  });
});
