/** A piece of a text: words, or an address that can be followed. */
export type TextPiece = { text: string; href: string | null };

const address = /https?:\/\/[^\s<>"'“”„»«]+/gi;
const trailing = /[.,;:!?)\]}…]+$/;

/** Finds addresses in a text. Only http and https; the full stop at the end of a sentence is not part of one. */
export function linkify(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    const href = match[0].replace(trailing, '');
    if (!isAddress(href)) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), href: null });
    pieces.push({ text: href, href });
    from = match.index + href.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), href: null });
  return pieces;
}

function isAddress(text: string): boolean {
  try {
    return new URL(text).hostname !== '';
  } catch {
    return false;
  }
}
