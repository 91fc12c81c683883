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
