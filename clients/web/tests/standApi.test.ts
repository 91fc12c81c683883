import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ErrorCode } from '../src/room/protocol';
import { createStand, getStand, inviteToStand, nameHost, pageOf, publishStand, putBack, removeHost, sendEdits, takeDown, undoChange } from '../src/stands/standApi';
import { empty } from '../src/stands/standDraft';

let asked: [method: string, path: string, body: unknown][];
let reply: () => Response;

beforeEach(() => {
  asked = [];
  reply = () => new Response(null, { status: 204 });
  vi.stubGlobal('location', { origin: 'https://haus' });
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    asked.push([init.method ?? 'GET', path, typeof init.body === 'string' ? JSON.parse(init.body) : undefined]);
    return Promise.resolve(reply());
  });
});
afterEach(() => vi.unstubAllGlobals());

const json = (body: unknown, status = 200) => () => new Response(JSON.stringify(body), { status });

describe('what is asked of the house about stands', () => {
  it('goes where it belongs, with what belongs to it', async () => {
    await publishStand('s1', true);
    await nameHost('s1', 'a/b', ['edit']);
    await removeHost('s1', 'm1');
    await takeDown('s1', 'Falsche Zahlen', 'm 1');
    await putBack('s1', 'm 1');
    expect(asked).toEqual([
      ['PUT', '/api/stands/s1/published', { published: true }], ['PUT', '/api/stands/s1/hosts/a%2Fb', { rights: ['edit'] }], ['DELETE', '/api/stands/s1/hosts/m1', undefined],
      ['PUT', '/api/stands/s1/down', { reason: 'Falsche Zahlen', material: 'm 1' }], ['DELETE', '/api/stands/s1/down?material=m%201', undefined],
    ]);
    expect(pageOf('s1')).toBe('/stand/s1');
  });

  it('names the revision that one had before the eyes, and is answered for each edit', async () => {
    reply = json({ results: [{ field: 'name', verdict: 'taken', now: { value: { text: 'B' }, revision: 4, by: 'Ada', since: null }, faults: [] }] });
    const edit = { field: 'name', revision: 3, value: { ...empty, text: 'B' }, behind: null };
    expect(await sendEdits('s1', [edit])).toMatchObject({ value: [{ verdict: 'taken', now: { revision: 4 } }] });
    expect(await undoChange('s1', 4)).toMatchObject({ value: { verdict: 'taken' } });
    expect(asked).toEqual([['POST', '/api/stands/s1/edits', { edits: [edit] }], ['POST', '/api/stands/s1/undo', { revision: 4 }]]);
  });

  it('brings the link of an invitation', async () => {
    reply = json({ id: 'i1', link: 'https://haus/#invitation=x' });
    const expires = new Date('2026-03-02T12:00:00Z');
    expect(await inviteToStand('s1', { label: 'Stand 7', owner: true, rights: ['edit'], expires, uses: 1 })).toEqual({ value: { id: 'i1', link: 'https://haus/#invitation=x' } });
    expect(asked[0][2]).toEqual({ label: 'Stand 7', owner: true, rights: ['edit'], expires: '2026-03-02T12:00:00.000Z', uses: 1 });
  });

  it.each([
    ['a refusal', json({ code: ErrorCode.standPlaceTaken }, 409), ErrorCode.standPlaceTaken], ['too much', json({}, 429), ErrorCode.tooManyCalls],
    ['nothing that could be a stand', json({ name: 'x' }), ErrorCode.unexpected], ['a page of a proxy', () => new Response('<html>', { status: 502 }), ErrorCode.unexpected],
  ])('says by a number that the answer was %s', async (_, given, error) => {
    reply = given;
    expect(await createStand('halle', 'a')).toEqual({ error });
    expect(await getStand('s1')).toEqual({ error });
  });

  it('says so when the house does not answer', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await getStand('s1')).toEqual({ error: ErrorCode.unavailable });
  });
});
