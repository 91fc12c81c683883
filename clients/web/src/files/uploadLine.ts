import { ErrorCode } from '../room/protocol';
import { fields, int } from '../room/readFields';

/** Asks the house; `fetch`, or what stands for it where there is no page. */
export type Send = (address: string, init: RequestInit) => Promise<Response>;

export type UploadFile = Blob & Pick<File, 'name' | 'lastModified'>;

/** How far an upload is; with the last byte there is a file. */
export type Standing = { readonly offset: number; readonly file: string | null };

export type LineAnswer<T> = { readonly value: T } | { readonly error: number };

const files = '/api/files';

/** So long a piece may take; on lines that are slower than that for the smallest one nobody would wait for a file. */
const patience = 60_000;

/**
 * Speaks the protocol tus 1.0.0 with the house. Everything is a POST that says what it stands for: there are proxies that let nothing else through.
 */
export class UploadLine {
  constructor(private readonly send: Send) {}

  /** Takes the room for a file; answers with the address of its upload. It cannot be called off: nobody would know then whether there is an upload. */
  async begin(stand: string, file: UploadFile): Promise<LineAnswer<string>> {
    const metadata = `filename ${base64(file.name)},stand ${base64(stand)}`;
    const answer = await this.ask(files, { 'Upload-Length': `${file.size}`, 'Upload-Metadata': metadata });
    if ('error' in answer) return answer;
    const address = readAddress(answer.value.get('Location'));
    return address ? { value: address } : { error: ErrorCode.unexpected };
  }

  async look(address: string, file: UploadFile, signal: AbortSignal): Promise<LineAnswer<Standing>> {
    const answer = await this.ask(address, { 'X-HTTP-Method-Override': 'HEAD' }, signal);
    if ('error' in answer) return answer;
    // an upload of something else is none of this file
    return answer.value.get('Upload-Length') === `${file.size}` ? readStanding(answer.value) : { error: ErrorCode.uploadUnknown };
  }

  async append(address: string, offset: number, piece: Blob, signal: AbortSignal): Promise<LineAnswer<Standing>> {
    const headers = { 'X-HTTP-Method-Override': 'PATCH', 'Upload-Offset': `${offset}`, 'Content-Type': 'application/offset+octet-stream' };
    const answer = await this.ask(address, headers, signal, piece);
    return 'error' in answer ? answer : readStanding(answer.value);
  }

  /** Nothing of it is to be left in the house. */
  async end(address: string): Promise<void> {
    await this.ask(address, { 'X-HTTP-Method-Override': 'DELETE' });
  }

  private async ask(address: string, headers: Record<string, string>, signal?: AbortSignal, body?: Blob): Promise<LineAnswer<Headers>> {
    const soon = AbortSignal.timeout(patience);
    const init = { method: 'POST', credentials: 'same-origin', headers: { 'Tus-Resumable': '1.0.0', ...headers }, body, signal: signal ? AbortSignal.any([signal, soon]) : soon } as const;
    try {
      const response = await this.send(address, init);
      if (response.ok) return { value: response.headers };
      // what says no number is not the house, but something before it
      return { error: int(fields(await response.json().catch(() => null)).code) ?? (response.status === 429 ? ErrorCode.tooManyCalls : ErrorCode.unavailable) };
    } catch {
      return { error: ErrorCode.unavailable };
    }
  }
}

/** The address of an upload of this house; null for anything else. */
export function readAddress(given: string | null): string | null {
  const found = /^(?:https?:\/\/[^/]+)?(\/api\/files\/uploads\/[0-9a-f]{32})$/.exec(given ?? '');
  return found ? found[1] : null;
}

function readStanding(headers: Headers): LineAnswer<Standing> {
  const offset = /^\d+$/.test(headers.get('Upload-Offset') ?? '') ? Number(headers.get('Upload-Offset')) : null;
  const file = /\/api\/files\/([0-9a-f]{32})$/.exec(headers.get('Content-Location') ?? '');
  return offset === null ? { error: ErrorCode.unavailable } : { value: { offset, file: file ? file[1] : null } };
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
