import type { Point } from '../room/floorPlan';
import { Protocol } from '../room/protocol';
import type { ConversationInfo } from './talkWire';

/** A conversation as it is drawn: a disc under those who stand in it; units of 1/32 tile. */
export type CircleFigure = { readonly x: number; readonly y: number; readonly radius: number; readonly topic: string; readonly closed: boolean; readonly isOwn: boolean };

const margin = 0.8 * Protocol.unitsPerTile;

/** The discs of those circles of whom at least two are in sight. */
export function circleFigures(conversations: Iterable<ConversationInfo>, placeOf: (handle: number) => Point | null, own: number | null): CircleFigure[] {
  const figures: CircleFigure[] = [];
  for (const { id, area, people, topic, closed } of conversations) {
    if (area !== null) continue;
    const places = people.map(placeOf).filter((place): place is Point => place !== null);
    if (places.length < 2) continue;
    const x = places.reduce((sum, place) => sum + place.x, 0) / places.length;
    const y = places.reduce((sum, place) => sum + place.y, 0) / places.length;
    const reach = Math.max(...places.map((place) => Math.hypot(place.x - x, place.y - y)));
    figures.push({ x, y, radius: reach + margin, topic, closed, isOwn: id === own });
  }
  return figures;
}
