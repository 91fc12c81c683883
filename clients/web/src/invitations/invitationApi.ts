import { call } from '../house/houseApi';
import { inTime } from '../room/inTime';
import { ErrorCode } from '../room/protocol';
import { fields, int, list, text } from '../room/readFields';

export const invitationStates = ['open', 'revoked', 'expired', 'usedUp'] as const;
export type InvitationState = (typeof invitationStates)[number];

export const givenRoles = ['guest', 'host', 'moderator', 'organiser'] as const;
export type GivenRole = (typeof givenRoles)[number];

export type Invitation = {
  id: string; label: string; role: GivenRole; rooms: readonly string[]; expires: Date; uses: number; used: number; state: InvitationState;
  /** For whom it is, if it is for one person alone; else empty. */
  name: string;
  affiliation: string;
  /** Whoever has it can come in; null once it is over. */
  token: string | null;
};
export type InvitationDraft = { label: string; role: GivenRole; rooms: readonly string[]; expires: Date; uses: number };
/** What was asked for, or the number of the refusal. */
export type Answer<T> = { value: T } | { error: number };
/** The answer to a list of guests: everybody's link, or what is wrong with the list. */
export type GuestTable = { isIssued: boolean; table: Blob };

const path = '/api/invitations';
/** A long list takes a while to be signed. */
const listTimeout = 60_000;

export function readInvitation(value: unknown): Invitation | null {
  const given = fields(value);
  const id = text(given.id);
  const state = invitationStates.find((each) => each === given.state);
  const expires = new Date(text(given.expires));
  if (!id || !state || Number.isNaN(expires.getTime())) return null;
  return {
    id, state, expires,
    label: text(given.label),
    role: givenRoles.find((each) => each === given.role) ?? 'guest',
    rooms: list(given.rooms, (room) => text(room) || null),
    uses: int(given.uses) ?? 0,
    used: int(given.used) ?? 0,
    name: text(given.name),
    affiliation: text(given.affiliation),
    token: text(given.token, 2000) || null,
  };
}

/** The token stands behind the hash, where no server and no log gets to see it. */
export function linkOf(token: string): string {
  return `${location.origin}/#invitation=${token}`;
}

export function qrAddress({ id }: Invitation): string {
  return `${path}/${encodeURIComponent(id)}/qr.svg`;
}

export async function listInvitations(): Promise<Answer<Invitation[]>> {
  return ask('', {}, (body) => list(body, readInvitation));
}

export async function issueInvitation(draft: InvitationDraft): Promise<Answer<Invitation>> {
  return ask('', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(draft) }, readInvitation);
}

/** 0 when it is taken back now. */
export async function revokeInvitation({ id }: Invitation, signOut: boolean): Promise<number> {
  const answer = await ask(`/${encodeURIComponent(id)}?signOut=${signOut}`, { method: 'DELETE' }, () => true);
  return 'error' in answer ? answer.error : ErrorCode.none;
}

export async function sendGuestList(file: Blob, draft: Pick<InvitationDraft, 'label' | 'rooms' | 'expires'>, language: string): Promise<Answer<GuestTable>> {
  const query = new URLSearchParams([['label', draft.label], ['expires', draft.expires.toISOString()], ...draft.rooms.map((room) => ['rooms', room])]);
  try {
    const headers = { 'Content-Type': 'text/csv', 'Accept-Language': language };
    const response = await inTime(fetch(`${path}/guest-list?${query}`, { method: 'POST', credentials: 'same-origin', headers, body: await file.arrayBuffer() }), listTimeout);
    if (response.headers.get('Content-Type')?.startsWith('text/csv')) return { value: { isIssued: response.ok, table: await inTime(response.blob(), listTimeout) } };
    return { error: int(fields(await response.json().catch(() => null)).code) ?? ErrorCode.unexpected };
  } catch {
    return { error: ErrorCode.unavailable };
  }
}

async function ask<T>(rest: string, init: RequestInit, read: (body: unknown) => T | null): Promise<Answer<T>> {
  try {
    const { status, body } = await call(path + rest, init);
    const value = status >= 200 && status < 300 ? read(body) : null;
    return value === null ? { error: int(fields(body).code) ?? ErrorCode.unexpected } : { value };
  } catch {
    return { error: ErrorCode.unavailable };
  }
}
