const day = 86_400_000;

/** The date of a day from now on, as a field for dates takes it. */
export function inDays(days: number, now = new Date()): string {
  const then = new Date(now.getTime() + days * day);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${then.getFullYear()}-${two(then.getMonth() + 1)}-${two(then.getDate())}`;
}

/** The end of that day where one is; null when it is no date. */
export function endOf(date: string): Date | null {
  const end = new Date(`${date}T23:59:59`);
  return Number.isNaN(end.getTime()) ? null : end;
}
