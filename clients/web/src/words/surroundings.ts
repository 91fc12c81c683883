import { centreOf, contains, distance, distanceTo, type Area, type Door, type FloorPlan, type Point } from '../room/floorPlan';
import { Protocol } from '../room/protocol';
import type { Names } from '../room/readFields';
import type { Key, Words } from './words.svelte';

/** Somebody in sight, by name and place. */
export type Neighbour = Point & { name: string };

export type Speech = {
  words: Words; named: (names: Names) => string;
  /** The stand in an area, as its exhibitor calls it. */
  standIn?: (area: string) => { name: string; line: string; staffed: boolean; draft: boolean } | undefined;
};

const compass: readonly Key[] = [
  'direction.e', 'direction.se', 'direction.s', 'direction.sw', 'direction.w', 'direction.nw', 'direction.n', 'direction.ne',
];

/** The direction from one place to another as a key, north being up. */
export function directionOf(from: Point, to: Point): Key {
  const eighth = Math.round(Math.atan2(to.y - from.y, to.x - from.x) / (Math.PI / 4));
  return compass[(eighth + 8) % 8];
}

/** What an area is called when it is spoken of: "Stand 7, Stadt Weimar". */
export function areaTitle(area: Area, { words, named, standIn }: Speech): string {
  const name = standIn?.(area.id)?.name || named(area.names);
  const kind = area.kind === 'stand' ? words('area.stand', { number: area.number })
    : area.kind === 'table' ? words('area.table', { number: area.number }) : '';
  if (area.number === 0 || kind === '') return name;
  return name === '' || name === kind ? kind : `${kind}, ${name}`;
}

/** What more can be said of the stand in an area: what it is about, and whether somebody is there. */
export function standDetail(area: Area, { words, standIn }: Speech): string {
  const stand = standIn?.(area.id);
  if (!stand) return '';
  return [stand.line, stand.staffed ? words('stand.staffed') : '', stand.draft ? words('stand.draft') : ''].filter(Boolean).join(' · ');
}

export function doorTitle(door: Door, { words, named }: Speech): string {
  return words('door.title', { room: named(door.roomNames) });
}

/** "3 Meter im Nordosten", or "hier". */
export function whereabouts(from: Point, to: Point, away: number, words: Words): string {
  const metres = Math.round(away / Protocol.unitsPerTile);
  if (metres === 0) return words('where.here');
  return words('where.away', { count: metres, direction: words(directionOf(from, to)) });
}

/** What somebody who does not see the floor is told of the own place: room, area, and the nearest three of people, stands and doors. */
export function whereAmI(room: string, plan: FloorPlan, here: Point, neighbours: readonly Neighbour[], speech: Speech): string {
  const { words } = speech;
  const area = plan.areaAt(here);
  const place = area
    ? words('where.inArea', { room, area: areaTitle(area, speech) })
    : words('where.inRoom', { room });
  const things = [
    ...neighbours.map((person) => ({ title: person.name, at: person as Point, away: distance(here, person) })),
    ...plan.areas
      .filter((other) => other.kind === 'stand' && !contains(other, here))
      .map((stand) => ({ title: areaTitle(stand, speech), at: centreOf(stand), away: distanceTo(stand, here) })),
    ...plan.doors.map((door) => ({ title: doorTitle(door, speech), at: centreOf(door), away: distanceTo(door, here) })),
  ];
  const nearest = things
    .sort((a, b) => a.away - b.away)
    .slice(0, 3)
    .map(({ title, at, away }) => `${title}: ${whereabouts(here, at, away, words)}`);
  return nearest.length === 0 ? place : `${place} ${words('where.near', { list: nearest.join('; ') })}`;
}

/** "Bo kam herein." or "3 Personen kamen herein." */
export function peopleSentence(names: readonly string[], one: Key, many: Key, words: Words): string {
  return names.length === 1 ? words(one, { name: names[0] }) : words(many, { count: names.length });
}

/** What changed while the line was broken. */
export function changesSentence(came: number, left: number, words: Words): string {
  if (came === 0 && left === 0) return words('back.same');
  const parts = [
    ...(came > 0 ? [words('back.came', { count: came })] : []),
    ...(left > 0 ? [words('back.left', { count: left })] : []),
  ];
  return words('back.changed', { changes: parts.join(', ') });
}
