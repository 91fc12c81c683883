import { inTime } from '../room/inTime';
import { ErrorCode } from '../room/protocol';
import { fields, int } from '../room/readFields';

/** What was asked for, or the number of the refusal, with what is wrong with the words that were sent, if it says so. */
export type Answer<T> = { value: T } | { error: number; faults?: readonly unknown[] };

const timeout = 15_000;

/** Asks the house over HTTP, in JSON. */
export async function ask<T>(path: string, read: (body: unknown) => T, method = 'GET', send?: unknown): Promise<Answer<T>> {
  try {
    const response = await inTime(fetch(path, {
      method, credentials: 'same-origin',
      ...(send === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(send) }),
    }), timeout);
    const body: unknown = response.status === 204 ? null : await inTime(response.json().catch(() => null), timeout);
    if (response.ok) return { value: read(body) };
    const { code, faults } = fields(body);
    return { error: int(code) ?? (response.status === 429 ? ErrorCode.tooManyCalls : ErrorCode.unexpected), ...(Array.isArray(faults) ? { faults } : {}) };
  } catch {
    return { error: ErrorCode.unavailable };
  }
}

/** The same for what must be there: an answer that cannot be read is none. */
export async function askFor<T>(path: string, read: (body: unknown) => T | null, method = 'GET', send?: unknown): Promise<Answer<T>> {
  const answer = await ask(path, read, method, send);
  if ('error' in answer) return answer;
  return answer.value === null ? { error: ErrorCode.unexpected } : { value: answer.value };
}

/** For what is answered without a word. */
export const nothing = (): null => null;

/** A path of parts that may have anything in them. */
export const path = (...parts: (string | number)[]): string => parts.map(encodeURIComponent).join('/');
