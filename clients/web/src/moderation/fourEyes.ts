const day = 24 * 60;

/** Whether a ban waits for a second moderator: one of the house, of more than a day. The house decides the same; here it only says what is shown. */
export function needsSecond(isWanted: boolean, isOfHouse: boolean, minutes: number): boolean {
  // 0 minutes are for good
  return isWanted && isOfHouse && (minutes === 0 || minutes > day);
}
