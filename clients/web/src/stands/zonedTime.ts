const minute = 60_000;

/** What lies between the clock on the wall of a zone and UTC at a moment, in milliseconds. */
function offsetAt(moment: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
  }).formatToParts(moment);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - Math.floor(moment / 1000) * 1000;
}

/**
 * The moment at which the clock on the wall of a zone says this on this day. Null when it never does, since clocks go forward then; when it does so twice, the
 * first.
 */
export function momentIn(zone: string, day: string, time: string): Date | null {
  const wall = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(wall)) return null;
  // within a day of a change either offset may be the right one; the larger one comes first
  const offsets = [offsetAt(wall - 24 * 60 * minute, zone), offsetAt(wall + 24 * 60 * minute, zone)].sort((a, b) => b - a);
  const found = offsets.find((offset) => offsetAt(wall - offset, zone) === offset);
  return found === undefined ? null : new Date(wall - found);
}

/** Whether the clocks of two zones say the same at a moment. */
export function agree(zone: string, other: string, moment: Date): boolean {
  return offsetAt(moment.getTime(), zone) === offsetAt(moment.getTime(), other);
}

export const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** From when to when, by the clock of a zone: with the day, and the day of the end only where it is another. */
export function spanIn(zone: string, start: Date, end: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { timeZone: zone, weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatRange(start, end);
}
