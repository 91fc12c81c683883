/** A name by language (de, en); de is always there. */
export type Names = Readonly<Record<string, string>>;

type Fields = Record<string, unknown>;

export function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** What is written as a JSON object; null for anything else. */
export function written(json: string): Fields | null {
  try {
    const given: unknown = JSON.parse(json);
    return typeof given === 'object' && given !== null ? (given as Fields) : null;
  } catch {
    return null;
  }
}

export function int(value: unknown, min = 0, max = 0x7fffffff): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max ? value : null;
}

export function text(value: unknown, longest = 200): string {
  return typeof value === 'string' ? value.slice(0, longest) : '';
}

/** A moment as JSON has it. */
export function date(value: unknown): Date | null {
  const read = typeof value === 'string' ? new Date(value) : null;
  return read && !Number.isNaN(read.getTime()) ? read : null;
}

export function list<T>(value: unknown, read: (item: unknown) => T | null): T[] {
  if (!Array.isArray(value)) return [];
  return value.map(read).filter((item): item is T => item !== null);
}

export function names(value: unknown): Names {
  const given = value instanceof Map ? Object.fromEntries(value) : fields(value);
  const entries = Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(entries);
}
