import { Protocol } from './protocol';

const turn = Math.PI * 2;

/** The heading (0 to 254, clockwise from east, y grows downwards) that comes nearest to a direction. */
export function headingOf(dx: number, dy: number): number {
  if (dx === 0 && dy === 0) return Protocol.standing;
  const steps = Math.round((Math.atan2(dy, dx) / turn) * Protocol.headingsPerTurn);
  return (steps + Protocol.headingsPerTurn) % Protocol.headingsPerTurn;
}

/** Angle of a heading in radians. */
export function angleOf(heading: number): number {
  return (heading / Protocol.headingsPerTurn) * turn;
}
