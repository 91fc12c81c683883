const first = 300;
const longest = 3000;

/** How long to wait before the next attempt (ms): doubling from 0.3 s to 3 s, with jitter so that a whole hall does not come back at once. */
export function backOff(attempt: number, random: () => number = Math.random): number {
  const base = Math.min(longest, first * 2 ** Math.min(attempt, 10));
  return Math.round(base * (0.75 + random() * 0.5));
}
