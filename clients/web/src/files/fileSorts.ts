import { ErrorCode } from '../room/protocol';
import type { FileKind, FileLimits } from './fileLimits';

/** What files are for, and which kinds do for that; only those that the house takes are offered. */
const sorts = {
  picture: ['png', 'jpeg', 'webp', 'gif'],
  film: ['mp4', 'webm'],
  material: ['pdf', 'pptx', 'odp', 'docx', 'odt', 'xlsx', 'png', 'jpeg', 'webp', 'gif'],
} as const;
export type FileSort = keyof typeof sorts;

/** As people write them; all others are in capitals. */
const written: Readonly<Record<string, string>> = { webp: 'WebP', webm: 'WebM' };

function kindsOf(sort: FileSort, { kinds }: FileLimits): FileKind[] {
  return sorts[sort].flatMap((name) => kinds.find(({ kind }) => kind === name) ?? []);
}

/** What the browser offers when one looks for a file. */
export function acceptOf(sort: FileSort, limits: FileLimits): string {
  return kindsOf(sort, limits).flatMap(({ mediaType, endings }) => [mediaType, ...endings]).join(',');
}

/** `PNG, JPEG, WebP, GIF` */
export function kindNames(sort: FileSort, limits: FileLimits): string {
  return kindsOf(sort, limits).map(({ kind }) => written[kind] ?? kind.toUpperCase()).join(', ');
}

/** Bytes that the stand has room for; null when that is not told. */
export function roomOf({ maxBytesPerStand, usedBytes }: FileLimits): number | null {
  return usedBytes === null ? null : Math.max(0, maxBytesPerStand - usedBytes);
}

/** Why the house would refuse a file, before any of it is sent. The house looks into the file itself, and has the last word. */
export function judge({ name, size, type }: Pick<File, 'name' | 'size' | 'type'>, sort: FileSort, limits: FileLimits): number {
  const isOne = ({ mediaType, endings }: FileKind) => type === mediaType || endings.some((ending) => name.toLowerCase().endsWith(ending));
  if (!kindsOf(sort, limits).some(isOne)) return ErrorCode.fileKindNotAllowed;
  if (size === 0) return ErrorCode.fileEmpty;
  if (size > limits.maxBytes) return ErrorCode.fileTooLarge;
  return size > (roomOf(limits) ?? size) ? ErrorCode.standFilesFull : ErrorCode.none;
}
