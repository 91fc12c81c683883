import { Protocol } from '../room/protocol';

/** So near one hears everything, and further off a third of it; metres. */
const near = 1.5;
const far = 4;
const quietest = 0.35;
/** Nobody is in one ear alone. */
const widest = 0.6;

/** How loud somebody is at a distance (units), 0 to 1. */
export function loudnessAt(units: number): number {
  const metres = units / Protocol.unitsPerTile;
  const way = Math.min(1, Math.max(0, (metres - near) / (far - near)));
  return 1 - way * (1 - quietest);
}

/** Where between left (-1) and right (1) somebody is heard who is so far to the east (units). */
export function panAt(east: number): number {
  return Math.max(-widest, Math.min(widest, (east / Protocol.unitsPerTile / far) * widest));
}
