import { call } from '../house/houseApi';
import { ErrorCode } from '../room/protocol';
import { fields, int, list, text } from '../room/readFields';

/** A kind of file that the house takes: `pdf`, how browsers know it, and how names of such files end, the usual ending first. */
export type FileKind = { readonly kind: string; readonly mediaType: string; readonly endings: readonly string[] };

/** What may be uploaded, as the house says it before anybody tries. */
export type FileLimits = {
  /** Of one file. */
  readonly maxBytes: number;
  /** Of all files of the stand. */
  readonly maxBytesPerStand: number;
  /** What the stand's files have already; null for who may not put any there. */
  readonly usedBytes: number | null;
  readonly kinds: readonly FileKind[];
};

export type LimitsAnswer = { limits: FileLimits } | { error: number };

export async function getLimits(stand: string): Promise<LimitsAnswer> {
  try {
    const { status, body } = await call(`/api/files/limits?stand=${encodeURIComponent(stand)}`);
    const limits = status === 200 ? readLimits(body) : null;
    return limits ? { limits } : { error: int(fields(body).code) ?? ErrorCode.unexpected };
  } catch {
    return { error: ErrorCode.unavailable };
  }
}

export function readLimits(body: unknown): FileLimits | null {
  const given = fields(body);
  const [maxBytes, maxBytesPerStand] = [bytes(given.maxBytes), bytes(given.maxBytesPerStand)];
  if (maxBytes === null || maxBytesPerStand === null) return null;
  return { maxBytes, maxBytesPerStand, usedBytes: bytes(given.usedBytes), kinds: list(given.kinds, readKind) };
}

function readKind(body: unknown): FileKind | null {
  const given = fields(body);
  const [kind, mediaType] = [text(given.kind), text(given.mediaType)];
  return kind && mediaType ? { kind, mediaType, endings: list(given.endings, (ending) => text(ending) || null) } : null;
}

function bytes(value: unknown): number | null {
  return int(value, 0, Number.MAX_SAFE_INTEGER);
}
