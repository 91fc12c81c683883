import { afterEach, describe, expect, it, vi } from 'vitest';
import { needsSecond } from '../src/moderation/fourEyes';
import { confirmBan, getBans, logTable } from '../src/moderation/moderationApi';
import { ErrorCode } from '../src/room/protocol';

afterEach(() => vi.unstubAllGlobals());

describe('a second pair of eyes', () => {
  it.each([[60, false], [24 * 60, false], [24 * 60 + 1, true], [7 * 24 * 60, true], [0, true]])('is needed for %i minutes: %s', (minutes, isNeeded) => {
    expect(needsSecond(true, true, minutes)).toBe(isNeeded);
    expect(needsSecond(true, false, minutes)).toBe(false);
    expect(needsSecond(false, true, minutes)).toBe(false);
  });

  it('is waited for as the house says it', async () => {
    const ban = { member: 'e/1', name: 'Eve', reason: 'x', since: '2026-11-26T12:00:00Z', until: '2026-11-27T12:00:00Z' };
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify([{ ...ban, waits: true, pronounced: '2026-12-03T12:00:00Z', own: true }, { ...ban, member: 'b', pronounced: null }]))));
    const since = new Date('2026-11-26T12:00:00Z');
    const until = new Date('2026-11-27T12:00:00Z');
    expect(await getBans()).toEqual({
      value: [
        { member: 'e/1', name: 'Eve', reason: 'x', since, until, waits: true, pronounced: new Date('2026-12-03T12:00:00Z'), own: true },
        { member: 'b', name: 'Eve', reason: 'x', since, until, waits: false, pronounced: null, own: false },
      ],
    });
  });

  it('is asked for by name, and a refusal is a number', async () => {
    const asked = vi.fn(() => Promise.resolve(new Response(JSON.stringify({ code: ErrorCode.ownBan }), { status: 403 })));
    vi.stubGlobal('fetch', asked);
    expect(await confirmBan('e/1')).toEqual({ error: ErrorCode.ownBan });
    expect(asked).toHaveBeenCalledWith('/api/moderation/bans/e%2F1/confirm', expect.objectContaining({ method: 'POST' }));
  });
});

describe('the log as a table', () => {
  it('is of one room, or of the house', () => {
    expect(logTable('halle & hof')).toBe('/api/moderation/log?room=halle%20%26%20hof&format=csv');
    expect(logTable('')).toBe('/api/moderation/log?room=&format=csv');
  });
});
