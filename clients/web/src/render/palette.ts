import { readColour, type Rgb } from './colour';

export const tokens = [
  'paper', 'grid', 'ink', 'ink-soft', 'line', 'hairline', 'panel', 'accent', 'on-accent', 'wall', 'poche', 'furniture', 'furniture-fill',
  'area-stand', 'area-table', 'area-stage', 'area-quiet', 'area-lobby', 'person', 'own', 'on-own', 'talk', 'talk-line',
] as const;
export type Token = (typeof tokens)[number];

export type Palette = {
  readonly css: Readonly<Record<Token, string>>;
  readonly rgb: Readonly<Record<Token, Rgb>>;
  readonly font: string;
  /** Changes with any colour and with each cut of the font that has come, so that what was painted with others is painted again. */
  readonly key: string;
};

/** Reads the tokens off the page: only a computed colour knows the theme, the contrast setting and forced colours. */
export function readPalette(): Palette {
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  const css = {} as Record<Token, string>;
  const rgb = {} as Record<Token, Rgb>;
  for (const token of tokens) {
    probe.style.color = `var(--${token})`;
    css[token] = getComputedStyle(probe).color;
    rgb[token] = readColour(css[token]) ?? [0, 0, 0];
  }
  const font = getComputedStyle(document.body).fontFamily;
  probe.remove();
  const cuts = [...document.fonts].filter(({ status }) => status === 'loaded').length;
  return { css, rgb, font, key: `${Object.values(css).join()}|${cuts}` };
}
