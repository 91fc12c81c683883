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
      return visit ? { x: visit.walker.x / 32, y: visit.walker.y / 32, walking: visit.walker.isWalking, stop: visit.stop?.id ?? null } : null;
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
    /** Names of those one talks with; null when one is in no conversation. */
    get talk() {
      const { talk, visit } = house;
      return talk.own?.people.filter(({ handle }) => handle !== visit?.handle).map(({ handle }) => visit?.people.get(handle)?.member.name ?? '') ?? null;
    },
    /** Names of those who speak just now. */
    get speaking() { return [...house.media.partners.speaking].map((handle) => house.visit?.people.get(handle)?.member.name ?? ''); },
    /** How loud all of it is that comes to the ear, 0 to 1. */
    get loudness() { return house.media.mixer.loudness; },
    /** By which way each of the others is heard: mesh, route, or null while it is sought. */
    get ways() {
      const { media, visit } = house;
      return Object.fromEntries(media.partners.all.map(({ member, handle }) => [visit?.people.get(handle)?.member.name ?? '', media.partners.ways[member] ?? null]));
    },
    /** Sound and picture of each connection as the browser counts them: how the way runs, and bytes and frames that came. */
    async received() {
      return Promise.all(house.media.connections.map(async (connection) => {
        const stats = [...(await connection.getStats()).values()];
        const inbound = (kind: string) => stats.filter((each) => each.type === 'inbound-rtp' && each.kind === kind);
        return {
          state: connection.iceConnectionState,
          // one relay only, when no other way was open: which, as udp, tcp or tls
          relay: relayOf(stats),
          audioBytes: inbound('audio').reduce((sum, each) => sum + each.bytesReceived, 0),
          videoFrames: inbound('video').reduce((sum, each) => sum + (each.framesDecoded ?? 0), 0),
        };
      }));
    },
    get people() { return [...(house.visit?.people.values() ?? [])].map(({ member }) => member.name); },
  });
  Object.defineProperty(window, 'klapphaus', { value: lookout, writable: false });
}

type Stat = { type: string; id: string; [name: string]: unknown };

/** By which protocol the relay is reached through which a connection goes; null when it goes directly. */
function relayOf(stats: readonly Stat[]): string | null {
  const transport = stats.find(({ type }) => type === 'transport');
  const pair = stats.find(({ id }) => id === transport?.selectedCandidatePairId);
  const local = stats.find(({ id }) => id === pair?.localCandidateId);
  return local?.candidateType === 'relay' ? String(local.relayProtocol) : null;
}
