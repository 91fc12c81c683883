import { house } from './house.svelte';

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
    get people() { return [...(house.visit?.people.values() ?? [])].map(({ member }) => member.name); },
  });
  Object.defineProperty(window, 'klapphaus', { value: lookout, writable: false });
}
