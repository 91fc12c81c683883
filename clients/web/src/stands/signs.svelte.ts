import type { StandSign, StandsChanged } from './standWire';

/** The signs of the stands of the room that one is in, and which stand is being looked at. */
class Signs {
  /** By area. */
  all = $state.raw<ReadonlyMap<string, StandSign>>(new Map());
  /** Id of the stand in the side panel; empty for none. */
  shown = $state('');
  private room = '';

  /** Keeps what is the same, so that nothing is read or painted again that has not changed. */
  hear({ room, stands }: StandsChanged): void {
    const before = room === this.room ? this.all : new Map<string, StandSign>();
    this.room = room;
    const all = new Map(stands.map((sign) => {
      const known = before.get(sign.area);
      return [sign.area, known && JSON.stringify(known) === JSON.stringify(sign) ? known : sign] as const;
    }));
    if (all.size !== this.all.size || [...all].some(([area, sign]) => this.all.get(area) !== sign)) this.all = all;
  }

  /** What is known of another room does not count in this one. */
  enterRoom(room: string): void {
    if (room === this.room) return;
    this.hear({ room, stands: [] });
    this.shown = '';
  }

  /** The sign of that stand, if it has one. */
  of(stand: string): StandSign | undefined {
    return [...this.all.values()].find(({ id }) => id === stand);
  }
}

export const signs = new Signs();
