/** Between two things said unasked, ms: a screen reader must be able to finish. */
const spacing = 3000;

/** For so long, ms, a sentence stays in the line though the next one comes: two answers often come at once, and both are to be read. */
const legible = 2000;

/** So many sentences stand in the line at most. */
const together = 3;

type Pending = { text: () => string; names: string[]; notBefore: number };

/**
 * Decides when something is said, so that nobody is talked over: what was asked for at once, what merely happens at most every three seconds, the
 * newest of each topic only, and people by number when there are several. Knows no clock: time comes with each call.
 */
export class Announcer {
  private readonly pending = new Map<string, Pending>();
  private readonly saidAt = new Map<string, number>();
  private last = -Infinity;
  private line: { text: string; at: number }[] = [];

  /** `say` gets each sentence, and the line that is to be read now: the sentence, behind those that nobody can have read yet. */
  constructor(private readonly say: (text: string, line: string) => void) {}

  /** An answer to what the person did: said at once. */
  answer(text: string, now: number): void {
    this.put(text, now);
  }

  /** Something that happened; replaces what waits on the same topic. */
  tell(topic: string, text: string, now: number): void {
    this.pending.set(topic, { text: () => text, names: [], notBefore: 0 });
    this.flush(now);
  }

  /** Something that happened to somebody; several are put into one sentence. `rest` keeps a topic quiet for so long (ms) after it was heard. */
  tellOf(topic: string, name: string, sentence: (names: string[]) => string, now: number, rest = 0): void {
    const names = [...(this.pending.get(topic)?.names ?? []), name];
    this.pending.set(topic, { text: () => sentence(names), names, notBefore: (this.saidAt.get(topic) ?? -Infinity) + rest });
    this.flush(now);
  }

  /** What waits on a topic is no longer true. */
  drop(topic: string): void {
    this.pending.delete(topic);
  }

  /** Says what may be said now; called now and then. */
  flush(now: number): void {
    if (now - this.last < spacing) return;
    const due = [...this.pending].filter(([, pending]) => now >= pending.notBefore);
    if (due.length === 0) return;
    for (const [topic] of due) {
      this.pending.delete(topic);
      this.saidAt.set(topic, now);
    }
    this.put(due.map(([, pending]) => pending.text()).join(' '), now);
  }

  private put(text: string, now: number): void {
    this.last = now;
    const unread = this.line.filter((said) => now - said.at < legible && said.text !== text);
    this.line = [...unread, { text, at: now }].slice(-together);
    this.say(text, this.line.map((said) => said.text).join(' '));
  }
}
