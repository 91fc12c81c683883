import { describe, expect, it } from 'vitest';
import { Announcer } from '../src/news/announcer';

const count = (names: string[]) => (names.length === 1 ? `${names[0]} kam.` : `${names.length} kamen.`);

function announcer(): { said: string[]; lines: string[]; news: Announcer } {
  const said: string[] = [];
  const lines: string[] = [];
  const say = (text: string, line: string) => {
    said.push(text);
    lines.push(line);
  };
  return { said, lines, news: new Announcer(say) };
}

describe('what is said', () => {
  it('comes at once when it answers the person', () => {
    const { said, news } = announcer();
    news.answer('Hier.', 0);
    news.answer('Dort.', 10);
    expect(said).toEqual(['Hier.', 'Dort.']);
  });

  it('stands in the line until it can have been read, though more comes', () => {
    const { lines, news } = announcer();
    news.answer('Sie haben mit Bo nichts mehr zu tun.', 0);
    news.answer('Sie haben das Gespräch verlassen.', 20);
    expect(lines.at(-1)).toBe('Sie haben mit Bo nichts mehr zu tun. Sie haben das Gespräch verlassen.');
    news.answer('Mikrofon aus.', 2010);
    expect(lines.at(-1)).toBe('Sie haben das Gespräch verlassen. Mikrofon aus.');
    news.answer('Mikrofon an.', 9000);
    expect(lines.at(-1)).toBe('Mikrofon an.');
  });

  it('stands in the line once, and beside two others at most', () => {
    const { lines, news } = announcer();
    for (const text of ['Eins.', 'Zwei.', 'Zwei.', 'Drei.', 'Vier.']) news.answer(text, 0);
    expect(lines).toEqual(['Eins.', 'Eins. Zwei.', 'Eins. Zwei.', 'Eins. Zwei. Drei.', 'Zwei. Drei. Vier.']);
  });

  it('comes at most every three seconds otherwise, people by number', () => {
    const { said, news } = announcer();
    news.tellOf('came', 'Bo', count, 0);
    news.tellOf('came', 'Cem', count, 500);
    news.tellOf('came', 'Dia', count, 1000);
    news.flush(2900);
    expect(said).toEqual(['Bo kam.']);
    news.flush(3000);
    expect(said).toEqual(['Bo kam.', '2 kamen.']);
    news.flush(9000);
    expect(said).toHaveLength(2);
  });

  it('is the newest of its topic', () => {
    const { said, news } = announcer();
    news.answer('Los.', 0);
    news.tell('area', 'Stand 1', 100);
    news.tell('area', 'Stand 2', 200);
    news.flush(3000);
    expect(said).toEqual(['Los.', 'Stand 2']);
  });

  it('is not said when it is no longer true', () => {
    const { said, news } = announcer();
    news.answer('Los.', 0);
    news.tell('area', 'Stand 1', 100);
    news.drop('area');
    news.flush(9000);
    expect(said).toEqual(['Los.']);
  });

  it('rests longer where many come and go', () => {
    const { said, news } = announcer();
    news.tellOf('came', 'Bo', count, 0, 30_000);
    for (let now = 1000; now < 30_000; now += 1000) news.tellOf('came', `P${now}`, count, now, 30_000);
    expect(said).toEqual(['Bo kam.']);
    news.flush(30_000);
    expect(said).toEqual(['Bo kam.', '29 kamen.']);
  });
});
