import { describe, expect, it } from 'vitest';
import { endOf, inDays } from '../src/invitations/dates';
import { readInvitation } from '../src/invitations/invitationApi';

const given = {
  id: 'i1', label: 'Netzwerktag', role: 'host', rooms: ['halle', 7], expires: '2026-03-02T12:00:00+00:00', uses: 3, used: 1, state: 'open', name: '', affiliation: '',
  token: 'x'.repeat(250),
};

describe('an invitation', () => {
  it('is read as the house writes it, with the whole of a long token', () => {
    expect(readInvitation(given)).toEqual({ ...given, rooms: ['halle'], expires: new Date(Date.UTC(2026, 2, 2, 12)) });
  });

  it('is none without an id, a state that there is, or an end', () => {
    for (const missing of [{ id: '' }, { state: 'lost' }, { expires: 'soon' }]) expect(readInvitation({ ...given, ...missing })).toBeNull();
    expect(readInvitation(null)).toBeNull();
  });

  it('that is over has no token', () => {
    expect(readInvitation({ ...given, state: 'revoked', token: null })?.token).toBeNull();
  });
});

describe('the last day of an invitation', () => {
  it('is written as a field for dates takes it, and ends with the day', () => {
    const newYearsEve = new Date(2026, 11, 31, 8);
    expect(inDays(0, newYearsEve)).toBe('2026-12-31');
    expect(inDays(1, newYearsEve)).toBe('2027-01-01');
    expect(endOf('2026-12-31')).toEqual(new Date(2026, 11, 31, 23, 59, 59));
  });

  it('is none when the field is empty', () => {
    expect(endOf('')).toBeNull();
  });
});
