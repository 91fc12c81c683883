import { describe, expect, it } from 'vitest';
import { standInAddress } from '../src/house/address';
import { calendarOf, readTimes } from '../src/stands/timesApi';
import { agree, momentIn, spanIn } from '../src/stands/zonedTime';

const berlin = 'Europe/Berlin';
const at = (iso: string) => new Date(iso);

describe('the clock on the wall of a stand', () => {
  it.each([
    ['2026-11-23', '14:00', '2026-11-23T13:00:00Z'], ['2026-07-01', '14:00', '2026-07-01T12:00:00Z'],
    ['2026-03-28', '23:30', '2026-03-28T22:30:00Z'], ['2026-03-29', '01:59', '2026-03-29T00:59:00Z'], ['2026-03-29', '03:00', '2026-03-29T01:00:00Z'],
    ['2026-03-29', '23:00', '2026-03-29T21:00:00Z'],
    // half past two comes twice, and the first is meant
    ['2026-10-25', '02:30', '2026-10-25T00:30:00Z'], ['2026-10-25', '01:59', '2026-10-24T23:59:00Z'], ['2026-10-25', '03:00', '2026-10-25T02:00:00Z'],
    ['2026-12-31', '23:59', '2026-12-31T22:59:00Z'],
  ])('says on %s at %s what it means', (day, time, moment) => {
    expect(momentIn(berlin, day, time)).toEqual(at(moment));
  });

  it('never says half past two on the day on which it goes forward', () => {
    expect(momentIn(berlin, '2026-03-29', '02:00')).toBeNull();
    expect(momentIn(berlin, '2026-03-29', '02:30')).toBeNull();
    expect(momentIn(berlin, '2026-03-29', '02:59')).toBeNull();
  });

  it('is that of the stand, wherever one sits', () => {
    expect(momentIn('America/New_York', '2026-11-23', '14:00')).toEqual(at('2026-11-23T19:00:00Z'));
    expect(momentIn('Asia/Kolkata', '2026-11-23', '14:00')).toEqual(at('2026-11-23T08:30:00Z'));
    expect(momentIn('UTC', '2026-11-23', '14:00')).toEqual(at('2026-11-23T14:00:00Z'));
    expect(momentIn(berlin, 'morgen', '14:00')).toBeNull();
    expect(momentIn(berlin, '2026-11-23', '')).toBeNull();
  });

  it('agrees with that of another zone, or does not', () => {
    expect(agree(berlin, 'Europe/Vienna', at('2026-07-01T12:00:00Z'))).toBe(true);
    expect(agree(berlin, 'Europe/London', at('2026-07-01T12:00:00Z'))).toBe(false);
    // in the weeks in which one has changed and the other has not
    expect(agree('America/New_York', 'America/Panama', at('2026-01-10T12:00:00Z'))).toBe(true);
    expect(agree('America/New_York', 'America/Panama', at('2026-03-20T12:00:00Z'))).toBe(false);
  });

  it('names the day once, and the hours from 0 to 24 in both languages', () => {
    const [start, end] = [at('2026-11-23T13:00:00Z'), at('2026-11-23T13:20:00Z')];
    expect(spanIn(berlin, start, end, 'de')).toMatch(/^Mo\.?, 23\. November 2026.*14:00.*14:20/);
    expect(spanIn(berlin, start, end, 'en')).toMatch(/14:00.*14:20/);
    expect(spanIn(berlin, start, end, 'de').match(/November/g)).toHaveLength(1);
  });
});

describe('times for talks', () => {
  const time = { id: 't1', start: '2026-11-23T13:00:00+00:00', end: '2026-11-23T13:20:00Z', state: 'booked', own: false, mine: true, host: 'Bea', visitor: '', byHost: false };

  it('are read as the house writes them', () => {
    expect(readTimes({ stand: 's1', name: 'Stadt Soest', room: 'halle', zone: berlin, mayOffer: false, times: [time, { ...time, state: 'lost' }, { ...time, id: '' }, null] })).toEqual({
      stand: 's1', name: 'Stadt Soest', room: 'halle', zone: berlin, mayOffer: false,
      times: [{ id: 't1', start: at('2026-11-23T13:00:00Z'), end: at('2026-11-23T13:20:00Z'), state: 'booked', isOwn: false, isMine: true, host: 'Bea', visitor: '', isByHost: false }],
    });
  });

  it('are those of UTC where the browser does not know the zone, and none without a stand', () => {
    expect(readTimes({ stand: 's1', zone: 'Europe/Altenburg', times: [] })?.zone).toBe('UTC');
    expect(readTimes({ stand: 's1', times: [] })?.zone).toBe('UTC');
    expect(readTimes({ times: [time] })).toBeNull();
  });

  it('are to be had for a calendar', () => expect(calendarOf('s1', 't/1')).toBe('/api/stands/s1/times/t%2F1.ics'));
});

describe('a link to a stand', () => {
  it('is one only with the id of a stand', () => {
    const stand = `s${'0'.repeat(32)}`;
    expect(standInAddress({ search: `?raum=halle&stand=${stand}` })).toBe(stand);
    for (const wrong of ['', '?stand=', '?stand=x', `?stand=${stand}0`, `?stand=${stand.toUpperCase()}`]) expect(standInAddress({ search: wrong })).toBe('');
  });
});
