import { describe, expect, it } from 'vitest';
import { linkify } from '../src/conversations/linkify';

const links = (text: string) => linkify(text).filter(({ href }) => href).map(({ href }) => href);

describe('addresses in a text', () => {
  it('are found, without the full stop after them', () => {
    expect(linkify('Siehe https://www.example.org/a?b=1. Gut?')).toEqual([
      { text: 'Siehe ', href: null }, { text: 'https://www.example.org/a?b=1', href: 'https://www.example.org/a?b=1' }, { text: '. Gut?', href: null },
    ]);
    expect(links('(http://a.example/x) und „https://b.example“')).toEqual(['http://a.example/x', 'https://b.example']);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'www.example.org', 'https://', 'http://<script>', 'ftp://a.example'])('are only those one may follow: not %s', (text) => {
    expect(links(text)).toEqual([]);
  });

  it.each(['', 'Grüß Gott', 'zwei\nZeilen', 'https://a.example https://b.example!'])('lose nothing of the text: %s', (text) => {
    expect(linkify(text).map((piece) => piece.text).join('')).toBe(text);
  });
});
