import { Announcer } from './announcer';

export type NewsItem = { id: number; at: Date; text: string };

const kept = 200;

/** The one quiet line that says what happens, and the list in which it can be read back. */
class News {
  line = $state('');
  items = $state.raw<NewsItem[]>([]);
  private next = 1;
  private readonly announcer = new Announcer((text, line) => this.show(text, line));

  constructor() {
    setInterval(() => this.announcer.flush(performance.now()), 500);
  }

  answer(text: string): void {
    this.announcer.answer(text, performance.now());
  }

  tell(topic: string, text: string): void {
    this.announcer.tell(topic, text, performance.now());
  }

  tellOf(topic: string, name: string, sentence: (names: string[]) => string, rest = 0): void {
    this.announcer.tellOf(topic, name, sentence, performance.now(), rest);
  }

  drop(topic: string): void {
    this.announcer.drop(topic);
  }

  private show(text: string, line: string): void {
    // the same sentence twice would not be read out again: a space makes it another one
    this.line = line === this.line ? `${line}\u00a0` : line;
    this.items = [{ id: this.next++, at: new Date(), text }, ...this.items].slice(0, kept);
  }
}

export const news = new News();
