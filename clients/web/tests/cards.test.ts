import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ErrorCode } from '../src/room/protocol';
import {
  answerQuestion, discardCard, enquiryContacts, enquiryTable, faultsOf, getMine, handCard, keepCard, leaveQuestion, previewCard, takeCardBack, takeCardBackFromPerson, takeQuestionBack,
} from '../src/stands/cardApi';
import { emptyCard, filled, newAct, readCards, readEnquiries, readEnquiriesChanged, readExchangeChanged, readPreview, type CardPreview } from '../src/stands/cardWire';
import { begin, closed, find, hear, patience, pending, saidYes, without, type ExchangeList } from '../src/stands/exchangeList';

const id = '0123456789abcdef0123456789abcdef';
const preview: CardPreview = { card: { ...emptyCard, name: 'Vera Voss' }, fields: ['name'], wording: 'person-1', german: 'Ja', english: 'Yes', seal: 'abc' };

describe('what is asked of the house about cards and questions', () => {
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

  it('goes where it belongs, and no more goes along than was shown', async () => {
    await handCard('s1', id, preview);
    await takeCardBack('s1', id);
    await takeCardBackFromPerson(id);
    await discardCard(id);
    await leaveQuestion('s1', id, 'Na?', 'email', 'vera@gera.example');
    await takeQuestionBack('s1', id);
    await answerQuestion('s1', id, 'Ja');
    expect(asked).toEqual([
      ['PUT', `/api/stands/s1/cards/${id}`, { fields: ['name'], wording: 'person-1', seal: 'abc' }], ['DELETE', `/api/me/stands/s1/cards/${id}`, undefined],
      ['DELETE', `/api/me/cards/given/${id}`, undefined], ['DELETE', `/api/me/cards/received/${id}`, undefined],
      ['PUT', `/api/stands/s1/enquiries/${id}`, { question: 'Na?', callBack: 'email', reach: 'vera@gera.example' }], ['DELETE', `/api/me/stands/s1/enquiries/${id}`, undefined],
      ['PUT', `/api/stands/s1/enquiries/${id}/answer`, { text: 'Ja' }],
    ]);
    expect([enquiryTable('s1'), enquiryContacts('s1')]).toEqual(['/api/stands/s1/enquiries.csv', '/api/stands/s1/enquiries.vcf']);
  });

  it('says field by field what is wrong', async () => {
    const fault = { field: 'email', code: 401, german: 'Das ist keine Adresse.', english: 'That is no address.' };
    reply = () => new Response(JSON.stringify({ code: ErrorCode.cardUnusable, faults: [fault, { field: 'name' }, 7] }), { status: 422 });
    const answer = await keepCard(emptyCard);
    expect(answer).toMatchObject({ error: ErrorCode.cardUnusable });
    expect(faultsOf(answer)).toEqual([fault]);
    reply = () => new Response(JSON.stringify({ code: ErrorCode.unavailable }), { status: 503 });
    expect(faultsOf(await keepCard(emptyCard))).toEqual([]);
  });

  it('believes no preview that could not be said yes to', async () => {
    reply = () => new Response(JSON.stringify({ ...preview, seal: '' }));
    expect(await previewCard(['name'], 'stand')).toEqual({ error: ErrorCode.unexpected });
    reply = () => new Response(JSON.stringify({ ...preview, fields: ['name', 'password', 7] }));
    expect(await previewCard(['name'], 'stand')).toEqual({ value: preview });
    reply = () => new Response(JSON.stringify({ stand: 's1', name: 'Stadt', enquiries: [{ id: 'x' }, { id, asked: '2026-11-26T12:00:00Z', callBack: 'brieftaube', question: 'Na?' }], card: null }));
    expect(await getMine('s1')).toMatchObject({ value: { stand: 's1', enquiries: [{ id, callBack: 'none', answered: null, answer: '' }], card: null } });
  });
});

describe('records of cards', () => {
  it('are read for what they are', () => {
    expect(filled({ ...emptyCard, telephone: '1', name: 'V' })).toEqual(['name', 'telephone']);
    expect(newAct()).toMatch(/^[0-9a-f]{32}$/);
    expect(newAct()).not.toBe(newAct());
    expect(readPreview(null)).toBeNull();
    expect(readCards(null)).toEqual({ own: null, received: [], takenBack: [], given: [], stands: [] });
    const handed = { id, card: { name: 'Vera' }, consent: '2026-11-26T12:00:00Z', german: 'Ja', english: 'Yes' };
    expect(readEnquiries({ cards: [handed, { ...handed, id: '../x' }, { ...handed, consent: 'gestern' }], takenBack: [{ id, at: '2026-11-26T12:00:00Z' }, {}] })).toMatchObject({
      enquiries: [], cards: [{ id, card: { name: 'Vera', email: '' } }], takenBack: [{ id }],
    });
    expect(readExchangeChanged({ member: 'm', state: 'stolen' })).toBeNull();
    expect(readExchangeChanged({ member: 'm', name: 'Max', state: 'asked', until: 12n })).toEqual({ member: 'm', name: 'Max', state: 'asked', until: 12, card: null });
    expect(readEnquiriesChanged({ stand: 's', kind: 'burnt' })).toBeNull();
    expect(readEnquiriesChanged({ stand: 's', kind: 'asked' })).toEqual({ stand: 's', name: '', kind: 'asked' });
  });
});

describe('exchanges', () => {
  const now = 1_700_000_000_000;
  const asked = { member: 'm', name: 'Max', state: 'asked', until: now + 60_000, card: null } as const;
  const agreed = { ...asked, state: 'agreed', until: 0, card: { ...emptyCard, name: 'Max Moll' } } as const;

  it('wait for the other once one has said yes, and are over when one has seen the card', () => {
    let all: ExchangeList = begin([], 'm', 'Max', now);
    expect(pending(all, now)).toEqual([]);
    all = saidYes(all, find(all, 'm'), now);
    expect(closed(all, 'm')).toBe(all); // the dialog may be closed while one waits
    expect(pending(all, now)).toMatchObject([{ member: 'm', state: 'waiting', until: now + patience }]);
    expect(pending(all, now + patience)).toEqual([]);
    all = hear(all, agreed);
    expect(pending(all, now + 2 * patience)).toMatchObject([{ state: 'agreed', card: { name: 'Max Moll' } }]);
    expect(begin(all, 'm', 'Max', now)).toBe(all); // one looks at it
    expect(closed(all, 'm')).toEqual([]);
  });

  it('keep what was told while one said yes', () => {
    const before = hear([], asked);
    const told = hear(before, agreed);
    expect(saidYes(told, find(before, 'm'), now)).toBe(told);
    expect(saidYes(without(before, 'm'), find(before, 'm'), now)).toEqual([]); // a no, too
    expect(saidYes([], undefined, now)).toEqual([]);
  });

  it('are one with each person, and begun anew when they are over', () => {
    let all = hear(hear([], asked), { ...asked, member: 'n' });
    expect(all).toHaveLength(2);
    expect(begin(all, 'm', 'Max', now)).toBe(all);
    all = begin(all, 'm', 'Max', asked.until);
    expect(find(all, 'm')?.state).toBe('choosing');
    expect(closed(all, 'm').map(({ member }) => member)).toEqual(['n']);
    expect(hear(all, { ...asked, state: 'declined' }).map(({ member }) => member)).toEqual(['n']);
  });
});
