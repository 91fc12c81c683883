import type { Area, Door, FloorPlan } from './floorPlan';

/** A walk to an area, through doors where it is in another room. */
export type Journey = {
  /** The room that the area is in. */
  readonly room: string;
  readonly area: string;
  /** What is spoken of on the way. */
  readonly title: string;
  /** Ids of the doors that lie ahead, each of the room that one is in by then. */
  readonly doors: readonly string[];
  /** Id of the stand to which one is called: whoever is on duty for it comes into its room there. */
  readonly stand?: string;
};

/** What one walks to in the room that one is in: the area, or a door behind which the journey goes on. */
export type Leg = { area: Area } | { door: Door; onward: Journey };

/** Null when the journey does not lead through this room. */
export function nextLeg(journey: Journey, room: string, plan: FloorPlan): Leg | null {
  if (journey.room === room) {
    const area = plan.areas.find(({ id }) => id === journey.area);
    return area ? { area } : null;
  }
  const door = plan.doors.find(({ id }) => id === journey.doors[0]);
  return door ? { door, onward: { ...journey, doors: journey.doors.slice(1) } } : null;
}
