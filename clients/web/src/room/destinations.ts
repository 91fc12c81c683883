import { areaTitle, doorTitle, standDetail, type Speech } from '../words/surroundings';
import { centreOf, contains, distance, type FloorPlan, type Point, type Rect } from './floorPlan';
import { Protocol } from './protocol';
import type { Person } from './wire';

export const DestinationKind = { stand: 'stand', table: 'table', stage: 'stage', place: 'place', door: 'door', person: 'person' } as const;
export type DestinationKind = (typeof DestinationKind)[keyof typeof DestinationKind];

/** Something one can walk to by name. */
export type Destination = {
  key: string;
  kind: DestinationKind;
  /** The area's or door's id, or the person's handle. */
  id: string;
  title: string;
  /** Further words that are found by searching. */
  detail: string;
  /** Of a person: the network's identity provider vouches for name and affiliation. */
  verified?: boolean;
};

const tile = Protocol.unitsPerTile;

export function destinationsOf(plan: FloorPlan, people: Iterable<Person>, own: number, speech: Speech): Destination[] {
  const found: Destination[] = [];
  for (const area of [...plan.areas].sort((a, b) => a.number - b.number)) {
    const kind = area.kind === 'stand' || area.kind === 'table' || area.kind === 'stage' ? area.kind : DestinationKind.place;
    found.push({ key: `area-${area.id}`, kind, id: area.id, title: areaTitle(area, speech), detail: standDetail(area, speech) });
  }
  for (const door of plan.doors)
    found.push({ key: `door-${door.id}`, kind: DestinationKind.door, id: door.id, title: doorTitle(door, speech), detail: '' });
  for (const { handle, member } of people)
    if (handle !== own)
      found.push({ key: `person-${handle}`, kind: DestinationKind.person, id: String(handle), title: member.name, detail: member.affiliation, verified: member.verified });
  return found;
}

/** Those in which each word of the search is found. */
export function search(destinations: readonly Destination[], words: string): Destination[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  return destinations.filter(({ title, detail }) => {
    const where = fold(`${title} ${detail}`);
    const numbers = where.split(/\D+/);
    // "7" means stand 7 and, while one is typing, 70, but not 17
    return wanted.every((word) => (/^\d+$/.test(word) ? numbers.some((number) => number.startsWith(word)) : where.includes(word)));
  });
}

/** Without case and accents: "koln" finds Köln. */
export function fold(words: string): string {
  return words.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');
}

/** Who stands nearer than this stands on one's feet, units. */
export const elbowRoom = tile * 0.8;

/** A free place in an area, near its middle and not where somebody stands already. */
export function placeIn(plan: FloorPlan, rect: Rect, taken: readonly Point[]): Point {
  const middle = centreOf(rect);
  let best = middle;
  let least = Infinity;
  for (let row = Math.floor(rect.y / tile); row * tile < rect.y + rect.height; row++)
    for (let column = Math.floor(rect.x / tile); column * tile < rect.x + rect.width; column++) {
      const place = { x: column * tile + tile / 2, y: row * tile + tile / 2 };
      if (!plan.isFree(column, row) || !contains(rect, place)) continue;
      const crowded = taken.some((other) => distance(other, place) < elbowRoom);
      const worth = distance(middle, place) + (crowded ? 1e6 : 0);
      if (worth < least) [best, least] = [place, worth];
    }
  return best;
}

/** A place beside somebody, on the side one comes from. */
export function placeBeside(plan: FloorPlan, other: Point, from: Point): Point {
  const away = distance(other, from);
  const reach = tile * 1.3;
  if (away <= reach) return from;
  const place = { x: other.x + ((from.x - other.x) / away) * reach, y: other.y + ((from.y - other.y) / away) * reach };
  return plan.isFreeAt(place.x, place.y) ? plan.clamp(place) : plan.clamp(other);
}
