import type { StandSign, StandsChanged } from './standWire';

/** The signs of the stands of the room that one is in, and which stand is being looked at. */
class Signs {
  /** By area. */
  all = $state.raw<ReadonlyMap<string, StandSign>>(new Map());
  /** Id of the stand in the side panel; empty for none. */
  shown = $state('');
  /** What it is called, where it has no sign in this room. */
  private shownName = $state('');
  /** Id of the stand to which a link has led, until one is on the way to it. */
  wanted = $state('');
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
    this.look('');
  }

  /** Shows a stand in the side panel, also one of another room. */
  look(stand: string, name = ''): void {
    this.shown = stand;
    this.shownName = name;
  }

  /** What the stand in the side panel is called; empty when nobody knows yet. */
  get title(): string {
    return this.of(this.shown)?.name || this.shownName;
  }

  /** The sign of that stand, if it has one. */
  of(stand: string): StandSign | undefined {
    return [...this.all.values()].find(({ id }) => id === stand);
  }
}

export const signs = new Signs();
