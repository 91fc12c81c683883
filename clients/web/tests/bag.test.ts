import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ErrorCode } from '../src/room/protocol';
import { bagInAddress, bagLinkCode, getBag, linkToBag, putIntoBag, readBag, readBagItem, readSharedBag, removeFromBag, revokeBagLink } from '../src/stands/bagApi';

const item = {
  stand: 's1', material: 'a1', title: 'Leitfaden', taken: '2026-11-26T12:00:00Z', standName: 'Stadt Soest', there: true, file: '', link: 'https://soest.example/', language: 'de',
};
const link = { id: 'l1', issued: '2026-11-26T12:00:00Z', expires: '2026-12-26T12:00:00Z', link: null };

describe('a bag', () => {
  it('is read as the house writes it', () => {
    expect(readBag({ items: [item], links: [link], most: 500 })).toEqual({
      items: [{ stand: 's1', material: 'a1', title: 'Leitfaden', taken: new Date(Date.UTC(2026, 10, 26, 12)), standName: 'Stadt Soest', isThere: true, file: '', link: 'https://soest.example/', language: 'de' }],
      links: [{ id: 'l1', issued: new Date(Date.UTC(2026, 10, 26, 12)), expires: new Date(Date.UTC(2026, 11, 26, 12)) }],
      most: 500,
    });
  });

  it('has nothing in it that leads anywhere but to a page, or that is not known to be there', () => {
    expect(readBagItem({ ...item, link: 'javascript:alert(1)' })?.link).toBe('');
    expect(readBagItem({ ...item, file: '../secret' })?.file).toBe('');
    expect(readBagItem({ ...item, there: 'yes' })?.isThere).toBe(false);
    for (const missing of [{ stand: '../x' }, { material: '' }, { taken: 'soon' }]) expect(readBagItem({ ...item, ...missing })).toBeNull();
    expect(readBag({ items: [item] })).toBeNull();
    expect(readBag(null)).toBeNull();
  });

  it('of somebody else is opened by what stands behind the # in the address', () => {
    expect(bagInAddress({ hash: '#bag=CfDJ8-x_y' })).toBe('CfDJ8-x_y');
    expect(bagInAddress({ hash: '' })).toBeNull();
    expect(bagInAddress({ hash: '#invitation=x' })).toBeNull();
  });
});

describe('what is asked of the house about a bag', () => {
  let asked: [method: string, path: string, body: unknown][];
  let reply: () => Response;

  beforeEach(() => {
    asked = [];
    reply = () => new Response(null, { status: 204 });
    vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
      asked.push([init.method ?? 'GET', path, typeof init.body === 'string' ? JSON.parse(init.body) : undefined]);
      return Promise.resolve(reply());
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  const json = (body: unknown, status = 200) => () => new Response(JSON.stringify(body), { status });

  it('goes where it belongs, with what belongs to it', async () => {
    await putIntoBag('s1', 'a1');
    await removeFromBag('s1', 'a/1');
    await revokeBagLink('l/1');
    expect(asked).toEqual([['POST', '/api/bag', { stand: 's1', material: 'a1' }], ['DELETE', '/api/bag/items/s1/a%2F1', undefined], ['DELETE', '/api/bag/links/l%2F1', undefined]]);
    expect(bagLinkCode('l 1')).toBe('/api/bag/links/l%201/qr.svg');
  });

  it('sends what opens a bag in the body, and in no address', async () => {
    reply = json({ items: [item] });
    expect(await readSharedBag('secret')).toMatchObject({ value: [{ title: 'Leitfaden' }] });
    expect(asked).toEqual([['POST', '/api/bag/shared', { token: 'secret' }]]);
  });

  it('takes a link for made only when it is there', async () => {
    reply = json({ ...link, link: 'https://haus/tasche#bag=x' });
    expect(await linkToBag()).toMatchObject({ value: { id: 'l1', link: 'https://haus/tasche#bag=x' } });
    reply = json(link);
    expect(await linkToBag()).toEqual({ error: ErrorCode.unexpected });
    reply = json({ code: ErrorCode.tooManyBagLinks }, 422);
    expect(await linkToBag()).toEqual({ error: ErrorCode.tooManyBagLinks });
    reply = json([]);
    expect(await getBag()).toEqual({ error: ErrorCode.unexpected });
  });
});
