import { afterEach, describe, expect, it, vi } from 'vitest';
import { codeInAddress, refusalInAddress, signInAddress, standInAddress } from '../src/house/address';
import { getHouse, getSession, redeem } from '../src/house/houseApi';
import { ErrorCode } from '../src/room/protocol';
import { afterRefusal, beforeRedeeming, redeemPatiently } from '../src/welcome/signInCode';

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

describe('a window that a program has opened', () => {
  const code = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

  it.each([[`#code=${code}`, code], [`#raum=halle&code=${code}`, code], ['', null], ['#', null], ['#code=', null], [`#code=${code}x`, null], [`#code=${code.slice(1)}`, null], [`#code=${code.slice(1)}%2F`, null], [`#invitation=${code}`, null]])(
    'brings a code along in %s, or none', (hash, found) => {
      expect(codeInAddress({ hash })).toBe(found);
    });

  it('leads to the stand at whose bell the program has answered', () => {
    expect(standInAddress({ search: '?raum=halle&stand=s0123456789abcdef0123456789abcdef&annehmen=12' })).toBe('s0123456789abcdef0123456789abcdef');
  });

  it('is signed in by it, or told why not', async () => {
    const asked = vi.fn(() => Promise.resolve(new Response(JSON.stringify({ id: 'm1', name: 'Ada', affiliation: '', role: 'host' }))));
    vi.stubGlobal('fetch', asked);
    expect(await redeem(code)).toEqual({ session: { id: 'm1', name: 'Ada', affiliation: '', role: 'host', verified: false } });
    expect(asked).toHaveBeenCalledWith('/api/session/redeem', expect.objectContaining({ method: 'POST', body: JSON.stringify({ code }) }));
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ code: ErrorCode.signInCodeInvalid }), { status: 422 })));
    expect(await redeem(code)).toEqual({ error: ErrorCode.signInCodeInvalid });
    vi.stubGlobal('fetch', () => Promise.reject(new Error('no network')));
    expect(await redeem(code)).toEqual({ error: ErrorCode.unavailable });
  });
});

describe('a code in the address', () => {
  const bo = { id: 'm2', name: 'Bo', affiliation: '', role: 'visitor', verified: false };
  const code = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

  it.each([[true, null, 'redeem'], [true, bo, 'redeem'], [false, bo, 'redeem'], [false, null, 'ask']] as const)(
    'in an app window (%j) with the session %j: %s', (isApp, session, step) => {
      expect(beforeRedeeming(isApp, session)).toBe(step);
    });

  it.each([
    [ErrorCode.signedInAsAnother, bo, 'ask'], [ErrorCode.signedInAsAnother, null, 'tell'],
    [ErrorCode.unavailable, bo, 'enter'], [ErrorCode.signInCodeInvalid, bo, 'enter'],
    [ErrorCode.unavailable, null, 'tell'], [ErrorCode.signInCodeInvalid, null, 'tell'],
    [ErrorCode.banned, bo, 'tell'], [ErrorCode.tooManyCalls, bo, 'tell'],
  ] as const)('refused by %i with the session %j in an app window: %s', (error, session, step) => {
    expect(afterRefusal(error, session, true, null)).toBe(step);
    expect(afterRefusal(error, session, true, bo.id)).toBe(step);
  });

  it.each([
    [null, 'enter'], // the answer was lost, and the session is the code's
    ['m1', 'enter'],
    [bo.id, 'tell'], // anybody can make a link with some code in it: it brings nobody in who has not asked for it
  ] as const)('refused in a tab in which %j was signed in before: %s', (before, step) => {
    expect(afterRefusal(ErrorCode.signInCodeInvalid, bo, false, before)).toBe(step);
  });

  const answering = (...answers: Response[]) => {
    const fetched = vi.fn(() => Promise.resolve(answers.shift() ?? new Response(null, { status: 500 })));
    vi.stubGlobal('fetch', fetched);
    return fetched;
  };
  const refused = (error: number, status: number) => new Response(JSON.stringify({ code: error }), { status });

  it('is tried once more where the house does not answer, and no more than that', async () => {
    const once = answering(refused(ErrorCode.unavailable, 503), new Response(JSON.stringify(bo)));
    expect(await redeemPatiently(code, false)).toEqual({ session: bo });
    expect(once).toHaveBeenCalledTimes(2);
    const twice = answering(refused(ErrorCode.unavailable, 503), refused(ErrorCode.unavailable, 503));
    expect(await redeemPatiently(code, false)).toEqual({ error: ErrorCode.unavailable });
    expect(twice).toHaveBeenCalledTimes(2);
    const used = answering(refused(ErrorCode.signInCodeInvalid, 422));
    expect(await redeemPatiently(code, false)).toEqual({ error: ErrorCode.signInCodeInvalid });
    expect(used).toHaveBeenCalledTimes(1);
  });

  it('replaces somebody only when it is told to', async () => {
    const asked = answering(new Response(JSON.stringify(bo)), new Response(JSON.stringify(bo)));
    await redeemPatiently(code, false);
    expect(asked).toHaveBeenLastCalledWith('/api/session/redeem', expect.objectContaining({ body: JSON.stringify({ code }) }));
    await redeemPatiently(code, true);
    expect(asked).toHaveBeenLastCalledWith('/api/session/redeem', expect.objectContaining({ body: JSON.stringify({ code, replace: true }) }));
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
