const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** `1,5 MB`: in steps of 1024, as the house counts and most machines show it. */
export function sizeWords(bytes: number, language: string): string {
  let [value, unit] = [bytes, 0];
  while (value >= 1000 && unit < units.length - 1) [value, unit] = [value / 1024, unit + 1];
  return new Intl.NumberFormat(language, { style: 'unit', unit: units[unit], maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}

/** Whole hundredths, of which the last is only there with the last byte. */
export function percentOf(sent: number, all: number): number {
  return all === 0 ? 0 : Math.floor((100 * sent) / all);
}
