import type { View } from '../render/roomRenderer';
import { house } from './house.svelte';

let look: (() => { view: View; box: DOMRect }) | null = null;

/** The floor says how it is looked at, as long as there is one. */
export function showView(how: typeof look): void {
  look = how;
}

/** A read-only picture for support and browser tests: `window.klapphaus`. */
export function openLookout(): void {
  const lookout = Object.freeze({
    get line() { return house.line; },
    get room() { return house.visit?.room.id ?? null; },
    get here() {
      const { visit } = house;
      return visit ? { x: visit.walker.x / 32, y: visit.walker.y / 32, walking: visit.walker.isWalking } : null;
    },
    /** The others as they are drawn; places in tiles. */
    get others() {
      const { visit } = house;
      if (!visit) return [];
      return visit.seen(performance.now()).map(({ handle, x, y }) => ({
        handle, name: visit.people.get(handle)?.member.name ?? '', x: x / 32, y: y / 32,
      }));
    },
    /** How the floor is looked at: the tile in the middle of the picture, where that middle is on the page, and pixels a tile. */
    get view() {
      if (!look) return null;
      const { view, box } = look();
      return { x: view.x / 32, y: view.y / 32, left: box.x + box.width / 2, top: box.y + box.height / 2, scale: view.scale };
    },
    get people() { return [...(house.visit?.people.values() ?? [])].map(({ member }) => member.name); },
  });
  Object.defineProperty(window, 'klapphaus', { value: lookout, writable: false });
}
