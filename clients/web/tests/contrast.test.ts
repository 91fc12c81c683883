import { describe, expect, it } from 'vitest';
import css from '../src/look/tokens.css?raw';
import { contrast, legible, readColour, type Rgb } from '../src/render/colour';

const [usual, more] = css.split('@media (prefers-contrast: more)');

function tokens(part: string, side: 1 | 2): Map<string, Rgb> {
  return new Map([...part.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map((found) => [found[1], readColour(found[side + 1])!]));
}

const text = [
  ['ink', 'paper'], ['ink', 'panel'], ['ink', 'panel-soft'], ['ink-soft', 'paper'], ['ink-soft', 'panel'], ['ink-soft', 'panel-soft'],
  ['ink-soft', 'area-table'], ['ink-soft', 'area-stage'], ['ink-soft', 'area-quiet'], ['ink-soft', 'area-lobby'], ['on-accent', 'accent'],
  ['accent', 'paper'], ['wrong', 'paper'], ['wrong', 'panel'], ['on-own', 'own'], ['ink', 'person'],
];
const shapes = [
  ['line', 'paper'], ['line', 'panel'], ['wall', 'paper'], ['wall', 'poche'], ['furniture', 'paper'], ['furniture', 'area-stand'],
  ['furniture', 'area-quiet'], ['furniture', 'area-table'], ['own', 'paper'], ['accent', 'panel'], ['accent', 'area-table'], ['talk-line', 'paper'], ['talk-line', 'talk'], ['own', 'talk'],
];

describe.each([['light', usual, 1], ['dark', usual, 2], ['light with more contrast', more, 1], ['dark with more contrast', more, 2]] as const)('%s', (_, part, side) => {
  const colours = tokens(part, side);

  it.each(text)('%s can be read on %s', (front, ground) => {
    expect(contrast(colours.get(front)!, colours.get(ground)!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)('%s can be told from %s', (front, ground) => {
    expect(contrast(colours.get(front)!, colours.get(ground)!)).toBeGreaterThanOrEqual(3);
  });
});

describe('an exhibitor\'s colour', () => {
  it('stays as it is where it can be told from the ground', () => {
    expect(legible([160, 0, 0], [250, 248, 242], [0, 0, 0], 3)).toEqual([160, 0, 0]);
  });

  it.each([[[255, 240, 0]], [[250, 248, 242]], [[0, 0, 0]]] as [Rgb][])('%s is moved until it can', (colour) => {
    for (const [ground, ink] of [[[250, 248, 242], [31, 42, 55]], [[36, 34, 28], [236, 232, 223]]] as [Rgb, Rgb][])
      expect(contrast(legible(colour, ground, ink, 3), ground)).toBeGreaterThanOrEqual(3);
  });

  it('is measured as WCAG does', () => {
    expect(contrast([255, 255, 255], [0, 0, 0])).toBeCloseTo(21, 5);
    expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2);
  });
});
