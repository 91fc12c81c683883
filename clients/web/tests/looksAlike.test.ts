import { describe, expect, it } from 'vitest';
import { looksAlike } from '../src/render/looksAlike';
import type { Figure, RoomPicture } from '../src/render/roomRenderer';
import type { FloorPlan } from '../src/room/floorPlan';

const ada: Figure = { handle: 1, x: 10, y: 20, heading: 255, name: 'Ada', initials: 'A', isStaff: false, availability: 'available', speaks: false, sign: '' };
const bo: Figure = { ...ada, handle: 2, x: 50, name: 'Bo', initials: 'B' };
const plan = {} as FloorPlan;
const titles = { language: 'de', areas: new Map(), doors: new Map(), stands: new Map(), signed: '' };
const circle = { x: 30, y: 20, radius: 40, topic: '', closed: false, isOwn: true };

function picture(changes: Partial<RoomPicture> = {}): RoomPicture {
  return { plan, own: { ...ada }, others: [{ ...bo }], circles: [{ ...circle }], way: [{ x: 1, y: 2 }], pulse: 0.5, marked: null, view: { x: 0, y: 0, scale: 40 }, isPast: false, titles, ...changes };
}

describe('what need not be drawn again', () => {
  it('is what looks the same, though it was put together anew', () => expect(looksAlike(picture(), picture())).toBe(true));

  it.each<[string, Partial<RoomPicture>]>([
    ['another plan', { plan: {} as FloorPlan }],
    ['another language', { titles: { ...titles, language: 'en' } }],
    ['who is pointed at', { marked: 2 }],
    ['a broken line', { isPast: true }],
    ['another part of the room', { view: { x: 1, y: 0, scale: 40 } }],
    ['nearer', { view: { x: 0, y: 0, scale: 54 } }],
    ['the own avatar walked', { own: { ...ada, x: 11 } }],
    ['somebody walked', { others: [{ ...bo, y: 21 }] }],
    ['somebody turned', { others: [{ ...bo, heading: 3 }] }],
    ['somebody came', { others: [bo, { ...bo, handle: 3 }] }],
    ['somebody left', { others: [] }],
    ['somebody is called otherwise', { others: [{ ...bo, name: 'Bo (2)' }] }],
    ['somebody is busy', { others: [{ ...bo, availability: 'busy' }] }],
    ['somebody speaks', { others: [{ ...bo, speaks: true }] }],
    ['a hand is up', { own: { ...ada, sign: 'hand' } }],
    ['a conversation is over', { circles: [] }],
    ['a conversation has a topic', { circles: [{ ...circle, topic: 'Leerstand' }] }],
    ['a way', { way: [] }],
    ['another way', { way: [{ x: 1, y: 3 }] }],
  ])('is not %s', (_, changes) => {
    expect(looksAlike(picture(), picture(changes))).toBe(false);
    expect(looksAlike(picture(changes), picture())).toBe(false);
  });

  it('is a pulse that nobody has', () => expect(looksAlike(picture(), picture({ pulse: 0.7 }))).toBe(true));

  it('is no pulse of who speaks', () => {
    const speaking = { own: { ...ada, speaks: true } };
    expect(looksAlike(picture(speaking), picture({ ...speaking, pulse: 0.7 }))).toBe(false);
  });
});
