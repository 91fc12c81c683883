/** What the address of the page says: `/?raum=foyer` leads to a room, `/#invitation=…` carries an invitation, `/#code=…` signs in the window that it opens. */
export function roomInAddress(location: Pick<Location, 'search' | 'hash'>): string | null {
  return new URLSearchParams(location.search).get('raum') || new URLSearchParams(location.hash.slice(1)).get('raum');
}

/** `/?raum=halle&stand=…`: the stand to which a link leads. With `&annehmen=…` a program has taken on that request at its bell, and there is nothing to do but to go there. */
export function standInAddress(location: Pick<Location, 'search'>): string {
  const stand = new URLSearchParams(location.search).get('stand') ?? '';
  return /^s[0-9a-f]{32}$/.test(stand) ? stand : '';
}

export function invitationInAddress(location: Pick<Location, 'hash'>): string | null {
  return new URLSearchParams(location.hash.slice(1)).get('invitation');
}

/** A code of 43 characters by which a program has opened this window, signed in once; null for none. */
export function codeInAddress(location: Pick<Location, 'hash'>): string | null {
  const code = new URLSearchParams(location.hash.slice(1)).get('code') ?? '';
  return /^[\w-]{43}$/.test(code) ? code : null;
}

/** Names the room in the address bar, so that it can be passed on; takes an invitation or a code out of it, so that it is not. */
export function showRoomInAddress(room: string | null): void {
  history.replaceState(null, '', room ? `/?raum=${encodeURIComponent(room)}` : '/');
}

/** `/?sign-in=2013`: the number by which somebody was refused who came from the identity provider; 0 when nobody was. */
export function refusalInAddress(location: Pick<Location, 'search'>): number {
  const number = Number(new URLSearchParams(location.search).get('sign-in'));
  return Number.isInteger(number) && number >= 1000 && number <= 9999 ? number : 0;
}

/** Where a link leads to the identity provider, and back to the room that the address names. */
export function signInAddress(room: string | null): string {
  return room ? `/api/sign-in/openid?room=${encodeURIComponent(room)}` : '/api/sign-in/openid';
}
