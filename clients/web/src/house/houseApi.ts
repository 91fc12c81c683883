import { fields, int, names, text, type Names } from '../room/readFields';
import { inTime } from '../room/inTime';
import { ErrorCode } from '../room/protocol';

/** What may be known before signing in: how the house is called, what the account is called by which one can sign in, whether a name is enough, and whether long bans need two moderators. */
export type HouseView = { names: Names; signIn: string | null; visitors: boolean; fourEyes: boolean };
export type Session = { id: string; name: string; affiliation: string; role: string; verified: boolean };
/** A session, or the number of the refusal. */
export type SessionAnswer = { session: Session } | { error: number };

const timeout = 10_000;

/** Asks the house; the body is null when it is no JSON. */
export async function call(path: string, init?: RequestInit): Promise<{ status: number; body: unknown }> {
  const response = await inTime(fetch(path, { credentials: 'same-origin', ...init }), timeout);
  const body: unknown = await inTime(response.json().catch(() => null), timeout);
  return { status: response.status, body };
}

function readSession(body: unknown): Session | null {
  const given = fields(body);
  const id = text(given.id);
  return id ? { id, name: text(given.name), affiliation: text(given.affiliation), role: text(given.role), verified: given.verified === true } : null;
}

export async function getHouse(): Promise<HouseView | null> {
  const { status, body } = await call('/api/house').catch(() => ({ status: 0, body: null }));
  const given = fields(body);
  if (status !== 200) return null;
  return {
    names: { de: text(given.name) || 'Klapphaus', ...names(given.names) },
    signIn: text(fields(given.signIn).name) || null,
    visitors: given.visitors !== false,
    fourEyes: given.fourEyes === true,
  };
}

/** The session of this browser, null when nobody is signed in. Throws when the house does not answer. */
export async function getSession(): Promise<Session | null> {
  const { status, body } = await call('/api/session');
  if (status === 401) return null;
  const session = readSession(body);
  if (status !== 200 || !session) throw new Error(`session: ${status}`);
  return session;
}

export function signIn(name: string, affiliation: string, invitation: string | null): Promise<SessionAnswer> {
  return openSession('/api/session', { name, affiliation, invitation });
}

/** Signs in by a code that is good once; with `replace` also whoever is signed in here as somebody else, whose session ends. */
export function redeem(code: string, replace = false): Promise<SessionAnswer> {
  return openSession('/api/session/redeem', replace ? { code, replace } : { code });
}

async function openSession(path: string, request: unknown): Promise<SessionAnswer> {
  try {
    const { status, body } = await call(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(request) });
    const session = readSession(body);
    if (status === 200 && session) return { session };
    return { error: int(fields(body).code) ?? (status === 429 ? ErrorCode.tooManyCalls : ErrorCode.unexpected) };
  } catch {
    return { error: ErrorCode.unavailable };
  }
}

/** Whom an invitation is for, when it is for one person; null otherwise. Nothing is used up. */
export async function previewInvitation(invitation: string): Promise<{ name: string; affiliation: string } | null> {
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ invitation }) };
  const { status, body } = await call('/api/session/invitation', init).catch(() => ({ status: 0, body: null }));
  const given = fields(body);
  const name = text(given.name);
  return status === 200 && name ? { name, affiliation: text(given.affiliation) } : null;
}

export async function signOut(): Promise<void> {
  await call('/api/session', { method: 'DELETE' }).catch(() => undefined);
}
