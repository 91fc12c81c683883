import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ErrorCode } from '../src/room/protocol';

type Stored = { readonly length: number; readonly metadata: string; content: Buffer; file: string | null };
type Refusal = { readonly method: string; readonly status: number; readonly code?: number };

/** Takes uploads over real lines, by the protocol as the house speaks it, and breaks off when it is told to. */
export class UploadHouse {
  readonly uploads = new Map<string, Stored>();
  /** What was asked, in order: `POST`, `HEAD 0`, `PATCH 0`, `DELETE`. */
  readonly asked: string[] = [];
  /** The next requests of these kinds are refused. */
  refusals: Refusal[] = [];
  /** The next piece is read up to so many bytes; then the line is cut. */
  cutAfter: number | null = null;
  /** Called with each request before it is answered. */
  onAsk: (what: string) => void | Promise<void> = () => undefined;
  private server: Server | null = null;
  private next = 1;

  async open(): Promise<void> {
    const server = createServer((request, response) => { void this.answer(request, response); });
    this.server = server;
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => { this.server?.close(resolve); });
  }

  send = (path: string, init: RequestInit): Promise<Response> => fetch(`http://127.0.0.1:${(this.server!.address() as AddressInfo).port}${path}`, init);

  /** All that is here of the one upload. */
  get only(): Stored {
    const [one, ...more] = this.uploads.values();
    if (!one || more.length > 0) throw new Error(`${this.uploads.size} uploads`);
    return one;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = String(request.headers['x-http-method-override'] ?? request.method);
    const what = `${method} ${String(request.headers['upload-offset'] ?? '')}`.trim();
    this.asked.push(what);
    await this.onAsk(what);
    const refusal = this.refusals.find((each) => each.method === method);
    if (refusal) {
      this.refusals = this.refusals.filter((each) => each !== refusal);
      return this.refuse(request, response, refusal.status, refusal.code);
    }
    if (request.method !== 'POST' || request.headers['tus-resumable'] !== '1.0.0') return this.refuse(request, response, 412);
    if (method === 'POST') return this.begin(request, response);
    const id = /^\/api\/files\/uploads\/([0-9a-f]{32})$/.exec(request.url ?? '')?.[1] ?? '';
    const stored = this.uploads.get(id);
    if (!stored) return this.refuse(request, response, 404, ErrorCode.uploadUnknown);
    if (method === 'DELETE') {
      this.uploads.delete(id);
      response.writeHead(204).end();
    } else if (method === 'HEAD') this.tell(response, 200, stored);
    else if (request.headers['upload-offset'] !== `${stored.content.length}`) this.refuse(request, response, 409, ErrorCode.uploadOffsetWrong);
    else await this.append(request, response, id, stored);
  }

  private begin(request: IncomingMessage, response: ServerResponse): void {
    const id = String(this.next++).padStart(32, '0');
    this.uploads.set(id, { length: Number(request.headers['upload-length']), metadata: String(request.headers['upload-metadata']), content: Buffer.alloc(0), file: null });
    response.writeHead(201, { Location: `/api/files/uploads/${id}` }).end();
  }

  private async append(request: IncomingMessage, response: ServerResponse, id: string, stored: Stored): Promise<void> {
    const most = this.cutAfter ?? Infinity;
    this.cutAfter = null;
    let read = 0;
    try {
      for await (const bytes of request as AsyncIterable<Buffer>) {
        stored.content = Buffer.concat([stored.content, bytes.subarray(0, most - read)]);
        read += bytes.length;
        if (read >= most) return void request.socket.destroy();
      }
    } catch {
      return; // the other end has broken off; what has come stays
    }
    if (stored.content.length === stored.length) stored.file = id;
    this.tell(response, 204, stored);
  }

  private tell(response: ServerResponse, status: number, { content, length, file }: Stored): void {
    response.writeHead(status, { 'Upload-Offset': content.length, 'Upload-Length': length, ...(file && { 'Content-Location': `/api/files/${file}` }) }).end();
  }

  private refuse(request: IncomingMessage, response: ServerResponse, status: number, code?: number): void {
    request.resume();
    response.writeHead(status, { 'Content-Type': 'application/problem+json' }).end(code === undefined ? '<html>' : JSON.stringify({ code }));
  }
}
