import { contrast, mix, type Rgb } from '../render/colour';

/** WCAG 2.2, 1.4.3. */
export const leastContrast = 4.5;

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];
/** What the house writes with on a light ground. */
const ink: Rgb = [0x1f, 0x2a, 0x37];

/** What can be said of a colour on which a stand's name is to be read. `ratio` is never rounded up; `better` is the nearest colour that holds. */
export type AccentVerdict =
  | { kind: 'none' | 'unreadable' }
  | { kind: 'white' | 'dark'; ratio: number }
  | { kind: 'low'; ratio: number; better: string };

/** White or ink, whichever reads better. */
export function textOn(accent: Rgb): Rgb {
  return contrast(accent, white) >= contrast(accent, ink) ? white : ink;
}

function holds(accent: Rgb): boolean {
  return contrast(accent, textOn(accent)) >= leastContrast;
}

/** The colour itself when text can be read on it; else the nearer of the first that does on the way to black and the first on the way to white. */
export function nearest(accent: Rgb): Rgb {
  const [darker, lighter] = [first(accent, black), first(accent, white)];
  return away(accent, darker) <= away(accent, lighter) ? darker : lighter;
}

/** Black and white hold, so that there is always one. */
function first(accent: Rgb, end: Rgb): Rgb {
  for (let part = 0; part < 255; part++) {
    const [red, green, blue] = mix(accent, end, part / 255);
    const colour: Rgb = [Math.round(red), Math.round(green), Math.round(blue)];
    if (holds(colour)) return colour;
  }
  return end;
}

function away(a: Rgb, b: Rgb): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

export function hexOf(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** As it is written for a stand: # and six digits. */
export function readHex(written: string): Rgb | null {
  const hex = /^#([0-9a-f]{6})$/i.exec(written.trim());
  const value = hex ? parseInt(hex[1], 16) : 0;
  return hex ? [value >> 16, (value >> 8) & 255, value & 255] : null;
}

export function judge(written: string): AccentVerdict {
  if (written.trim() === '') return { kind: 'none' };
  const colour = readHex(written);
  if (!colour) return { kind: 'unreadable' };
  const text = textOn(colour);
  const ratio = Math.floor(contrast(colour, text) * 10) / 10;
  return holds(colour) ? { kind: text === white ? 'white' : 'dark', ratio } : { kind: 'low', ratio, better: hexOf(nearest(colour)) };
}
