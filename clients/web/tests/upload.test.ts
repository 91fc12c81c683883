import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Upload, type UploadView } from '../src/files/upload';
import { UploadLine } from '../src/files/uploadLine';
import { UploadMemory } from '../src/files/uploadMemory';
import { ErrorCode } from '../src/room/protocol';
import { UploadHouse } from './uploadHouse';

const size = 3_000_000;
const content = Buffer.alloc(size);
for (let i = 0; i < size; i += 4) content.writeUInt32LE((i * 2654435761) >>> 0, i);
const file = new File([content], 'Leerstand Größe.pdf', { type: 'application/pdf', lastModified: 1 });
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let house: UploadHouse;
let stored: Map<string, string>;
let views: UploadView[];

beforeEach(async () => {
  house = new UploadHouse();
  [stored, views] = [new Map(), []];
  await house.open();
});
afterEach(() => house.close());

const storage = () => ({
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, value: string) => { stored.set(key, value); },
  removeItem: (key: string) => { stored.delete(key); },
});

function uploadOf(given = file, listen: (view: UploadView, upload: Upload) => void = () => undefined): Upload {
  const means = { line: new UploadLine(house.send), memory: new UploadMemory(storage), now: () => 0, pause: { for: () => Promise.resolve(), cutShort: () => undefined } };
  const upload: Upload = new Upload(given, 's1', means, (view) => {
    views.push(view);
    listen(view, upload);
  });
  return upload;
}

const last = () => views.at(-1)!;
const count = (what: string) => house.asked.filter((each) => each.startsWith(what)).length;

describe('an upload', () => {
  it('brings a file piece by piece, and says how far it is', async () => {
    await uploadOf().go();
    expect(last()).toEqual({ phase: 'done', sent: size, error: ErrorCode.none, file: '00000000000000000000000000000001' });
    expect(hash(house.only.content)).toBe(hash(content));
    const [name, stand] = house.only.metadata.split(',').map((pair) => Buffer.from(pair.split(' ')[1], 'base64').toString());
    expect([name, stand]).toEqual(['Leerstand Größe.pdf', 's1']);
    const sent = views.map((view) => view.sent);
    expect(sent).toEqual([...sent].sort((a, b) => a - b));
    expect(new Set(sent).size).toBeGreaterThan(3);
    expect(stored.size).toBe(0);
  });

  it('goes on from where the house was when a line is cut', async () => {
    await uploadOf(file, ({ sent, phase }) => { if (sent > 500_000 && phase === 'sending' && count('HEAD') === 0) house.cutAfter = 100_000; }).go();
    expect(last().phase).toBe('done');
    expect(hash(house.only.content)).toBe(hash(content));
    expect(views.map(({ phase }) => phase)).toContain('waiting');
    expect(count('POST')).toBe(1);
    expect(count('HEAD')).toBe(1);
    // the piece after the question begins within the one that was cut
    const after = house.asked[house.asked.indexOf('HEAD') + 1];
    expect(Number(after.split(' ')[1])).toBeGreaterThan(Number(house.asked[house.asked.indexOf('HEAD') - 1].split(' ')[1]));
  });

  it('rests while it is paused, and goes on from there', async () => {
    let isTired = true;
    const upload = uploadOf(file, ({ sent, phase }, self) => { if (isTired && sent > 0 && phase === 'sending') self.pause(); });
    await upload.go();
    expect(last().phase).toBe('paused');
    isTired = false;
    const asked = house.asked.length;
    const sent = last().sent;
    await upload.go();
    expect(house.asked[asked]).toBe('HEAD');
    expect(Number(house.asked[asked + 1].split(' ')[1])).toBeGreaterThanOrEqual(sent);
    expect(last().phase).toBe('done');
    expect(hash(house.only.content)).toBe(hash(content));
  });

  it('that is given up leaves nothing', async () => {
    let ending: Promise<void> | null = null;
    const upload = uploadOf(file, ({ sent, phase }, self) => { if (sent > 0 && phase === 'sending') ending ??= self.end(); });
    await upload.go();
    await ending;
    expect(last().phase).toBe('ended');
    expect(house.uploads.size).toBe(0);
    expect(stored.size).toBe(0);
  });

  it('that is given up while it begins leaves nothing either', async () => {
    const upload = uploadOf();
    let ending: Promise<void> | null = null;
    house.onAsk = (what) => { if (what === 'POST') ending ??= upload.end(); };
    await upload.go();
    await ending;
    expect(house.asked).toEqual(['POST', 'DELETE']);
    expect(house.uploads.size).toBe(0);
  });

  it('is gone on with when the same file is chosen on the page that was loaded anew', async () => {
    const before = uploadOf(file, ({ sent }, self) => { if (sent > 0) self.pause(); });
    await before.go();
    views = [];
    await uploadOf().go();
    expect(count('POST')).toBe(1);
    expect(hash(house.only.content)).toBe(hash(content));
    expect(stored.size).toBe(0);
  });

  it('does not go on with another file of the same name', async () => {
    await uploadOf(file, ({ sent }, self) => { if (sent > 0) self.pause(); }).go();
    await uploadOf(new File([content.subarray(0, 1000)], file.name, { lastModified: 1 })).go();
    expect(count('POST')).toBe(2);
    expect(last()).toMatchObject({ phase: 'done', file: '00000000000000000000000000000002' });
  });

  it('begins anew when the house knows nothing of it any more', async () => {
    await uploadOf(file, ({ sent }, self) => { if (sent > 0) self.pause(); }).go();
    house.uploads.clear();
    await uploadOf().go();
    expect(count('POST')).toBe(2);
    expect(hash(house.only.content)).toBe(hash(content));
  });

  it('whose last answer was lost finds the file there', async () => {
    const upload = uploadOf();
    // all has come, and the answer has not gone
    house.onAsk = (what) => {
      const [, offset] = what.split(' ');
      if (what.startsWith('PATCH') && Number(offset) > 0 && count('HEAD') === 0) house.cutAfter = size - Number(offset);
    };
    await upload.go();
    expect(last()).toMatchObject({ phase: 'done', sent: size });
    expect(hash(house.only.content)).toBe(hash(content));
  });

  it.each([
    ['POST', 507, ErrorCode.diskFull], ['POST', 413, ErrorCode.fileTooLarge], ['POST', 403, ErrorCode.fileNotAllowed], ['PATCH', 422, ErrorCode.fileKindNotAllowed],
    ['PATCH', 401, ErrorCode.signInNeeded],
  ])('that is refused for good says why, and is not tried again (%s %i)', async (method, status, code) => {
    house.refusals = [{ method, status, code }];
    const upload = uploadOf();
    await upload.go();
    expect(last()).toMatchObject({ phase: 'failed', error: code });
    expect(count(method)).toBe(1);
    await upload.go(); // one asks for it
    expect(last().phase).toBe('done');
  });

  it.each([
    [503, ErrorCode.unavailable], [423, ErrorCode.uploadBusy], [409, ErrorCode.uploadOffsetWrong], [460, ErrorCode.checksumWrong], [429, undefined], [502, undefined], [413, undefined],
  ])('goes on after what passes (%i)', async (status, code) => {
    house.refusals = [{ method: 'PATCH', status, code }, { method: 'HEAD', status: 503, code: ErrorCode.unavailable }];
    await uploadOf().go();
    expect(last().phase).toBe('done');
    expect(hash(house.only.content)).toBe(hash(content));
  });

  it('stops asking a house that does not answer, and can be gone on with', async () => {
    const upload = uploadOf();
    house.refusals = Array.from({ length: 11 }, () => ({ method: 'POST', status: 502 }));
    await upload.go();
    expect(last()).toMatchObject({ phase: 'failed', error: ErrorCode.unavailable });
    expect(count('POST')).toBe(11);
    await upload.go();
    expect(last().phase).toBe('done');
  });

  it('uploads where nothing can be remembered', async () => {
    const line = new UploadLine(house.send);
    const memory = new UploadMemory(() => { throw new DOMException('denied', 'SecurityError'); });
    await new Upload(file, 's1', { line, memory, now: () => 0, pause: { for: () => Promise.resolve(), cutShort: () => undefined } }, (view) => views.push(view)).go();
    expect(last().phase).toBe('done');
  });
});
