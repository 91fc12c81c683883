import { afterEach, describe, expect, it, vi } from 'vitest';
import { refusalInAddress, signInAddress } from '../src/house/address';
import { getHouse, getSession } from '../src/house/houseApi';

const answer = (body: unknown) => vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(body))));

afterEach(() => vi.unstubAllGlobals());

describe('the way to the identity provider and back', () => {
  it('remembers the room', () => {
    expect(signInAddress(null)).toBe('/api/sign-in/openid');
    expect(signInAddress('halle & hof')).toBe('/api/sign-in/openid?room=halle%20%26%20hof');
  });

  it.each([['?sign-in=2013', 2013], ['?raum=halle&sign-in=2007', 2007], ['', 0], ['?sign-in=', 0], ['?sign-in=7', 0], ['?sign-in=1e9', 0], ['?sign-in=<b>', 0], ['?sign-in=20.5', 0]])(
    'brings a number along in %s, or none', (search, number) => {
      expect(refusalInAddress({ search })).toBe(number);
    });
});

describe('what the house says before one signs in', () => {
  it('names the account by which one can', async () => {
    answer({ name: 'Haus', names: { de: 'Haus', en: 'House' }, signIn: { name: 'Netz-Konto' }, visitors: false });
    expect(await getHouse()).toEqual({ names: { de: 'Haus', en: 'House' }, signIn: 'Netz-Konto', visitors: false, fourEyes: false });
  });

  it('is that long bans need two moderators, where it says so', async () => {
    answer({ name: 'Haus', fourEyes: true });
    expect(await getHouse()).toMatchObject({ fourEyes: true });
  });

  it.each([{}, { signIn: null }, { signIn: {} }, { signIn: { name: 7 } }])('is that a name is enough, where it says nothing else (%j)', async (given) => {
    answer({ name: 'Haus', ...given });
    expect(await getHouse()).toMatchObject({ signIn: null, visitors: true });
  });

  it('says of a session whether the provider vouches for it', async () => {
    answer({ id: 'o1', name: 'Ada', affiliation: 'Unna', role: 'member', verified: true });
    expect(await getSession()).toMatchObject({ verified: true });
    answer({ id: 'g1', name: 'Ada', affiliation: 'Unna', role: 'visitor' });
    expect(await getSession()).toMatchObject({ verified: false });
  });
});
