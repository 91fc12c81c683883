import type { Person } from './wire';

/** Somebody who is shown under another name from now on: whoever is vouched for has taken theirs. */
export type Renaming = { handle: number; before: string; after: string };

/** Whom of those who are here already the news calls otherwise. */
export function renamings(known: ReadonlyMap<number, Person>, told: readonly Person[]): Renaming[] {
  return told.flatMap(({ handle, member }) => {
    const before = known.get(handle)?.member;
    return before?.id === member.id && before.name !== member.name ? [{ handle, before: before.name, after: member.name }] : [];
  });
}

/** What was written stays with who wrote it: under the old name it would seem to be by whoever has that now. */
export function withNewNames<T extends { from: number; name: string; to: string | null }>(messages: readonly T[], renamed: readonly Renaming[]): readonly T[] {
  if (renamed.length === 0) return messages;
  return messages.map((message) => {
    const writer = renamed.find(({ handle, before }) => handle === message.from && before === message.name);
    const reader = renamed.find(({ before }) => before === message.to);
    return writer || reader ? { ...message, name: writer?.after ?? message.name, to: reader?.after ?? message.to } : message;
  });
}
