import { describe, expect, it } from 'vitest';
import { circleFigures } from '../src/conversations/circles';
import type { ConversationInfo } from '../src/conversations/talkWire';

const circle = (people: number[], more: Partial<ConversationInfo> = {}): ConversationInfo => ({ id: 7, area: null, people, topic: '', closed: false, full: false, ...more });
const places: Record<number, { x: number; y: number }> = { 1: { x: 100, y: 100 }, 2: { x: 180, y: 100 } };
const placeOf = (handle: number) => places[handle] ?? null;

describe('circles on the floor', () => {
  it('lie under those who are in sight and reach around them', () => {
    const [figure] = circleFigures([circle([1, 2, 3], { topic: 'Leerstand', closed: true })], placeOf, 7);
    expect(figure).toEqual({ x: 140, y: 100, radius: 40 + 0.8 * 32, topic: 'Leerstand', closed: true, isOwn: true });
  });

  it('are not drawn under one, nor for an area', () => {
    expect(circleFigures([circle([1, 3]), circle([1, 2], { area: 'tisch-1' })], placeOf, null)).toEqual([]);
  });
});
