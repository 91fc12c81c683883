/** A colour as red, green, blue from 0 to 255. */
export type Rgb = readonly [number, number, number];

/** Reads #rgb, #rrggbb and what a browser computes: rgb(1, 2, 3) or rgba(1, 2, 3, 0.5). */
export function readColour(colour: string): Rgb | null {
  const hex = /^#([0-9a-f]{6})$/i.exec(colour.trim());
  if (hex) {
    const value = parseInt(hex[1], 16);
    return [value >> 16, (value >> 8) & 255, value & 255];
  }
  const computed = /^rgba?\(([^)]+)\)$/.exec(colour.trim());
  const parts = computed?.[1].split(/[\s,/]+/).slice(0, 3).map(Number) ?? [];
  return parts.length === 3 && parts.every((part) => part >= 0 && part <= 255) ? [parts[0], parts[1], parts[2]] : null;
}

export function cssOf([red, green, blue]: Rgb): string {
  return `rgb(${Math.round(red)} ${Math.round(green)} ${Math.round(blue)})`;
}

export function mix(a: Rgb, b: Rgb, share: number): Rgb {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share];
}

/** Relative luminance as in WCAG 2. */
function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(a: Rgb, b: Rgb): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

/** An exhibitor's colour, moved towards the ink until it can be told from its ground. */
export function legible(colour: Rgb, ground: Rgb, ink: Rgb, ratio: number): Rgb {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mix(colour, ink, share);
    if (contrast(mixed, ground) >= ratio) return mixed;
  }
  return ink;
}
