/** The first letters of the first and the last word of a name. */
export function initials(name: string): string {
  const all = name.split(/[\s-]+/);
  const lettered = all.filter((word) => /^\p{L}/u.test(word));
  const words = lettered.length > 0 ? lettered : all.filter((word) => /^\p{N}/u.test(word));
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return letters.map((word) => [...word][0].toLocaleUpperCase()).join('') || '·';
}
