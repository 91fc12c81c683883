/** What the address of the page says: `/?raum=foyer` leads to a room, `/#invitation=…` carries an invitation. */
export function roomInAddress(location: Pick<Location, 'search' | 'hash'>): string | null {
  return new URLSearchParams(location.search).get('raum') || new URLSearchParams(location.hash.slice(1)).get('raum');
}

export function invitationInAddress(location: Pick<Location, 'hash'>): string | null {
  return new URLSearchParams(location.hash.slice(1)).get('invitation');
}

/** Names the room in the address bar, so that it can be passed on; takes an invitation out of it, so that it is not. */
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
