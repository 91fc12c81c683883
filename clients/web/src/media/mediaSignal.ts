import { fields, text, written } from '../room/readFields';

/** The two ways by which sound and picture go: from browser to browser, and by the media server. */
export type Way = 'mesh' | 'route';

/**
 * What two browsers say to each other through the house. Of a pair only the one with the smaller member id offers, so offers never cross; `session` tells
 * one attempt from the next, so that what is late belongs to nothing.
 */
export type MediaSignal =
  | { kind: 'offer' | 'answer'; session: string; sdp: string }
  | { kind: 'candidate'; session: string; candidate: RTCIceCandidateInit | null }
  /** I have you by this way now, and can do without the other. */
  | { kind: 'moved'; session: string; to: Way }
  /** From the one who does not offer: I have lost you, or do not know you yet; begin anew. */
  | { kind: 'again'; session: string };

export function writeSignal(signal: MediaSignal): string {
  return JSON.stringify(signal);
}

/** Nothing from another browser is believed unread. */
export function readSignal(json: string): MediaSignal | null {
  const given = written(json);
  if (!given) return null;
  const session = text(given.session, 64);
  switch (given.kind) {
    case 'offer':
    case 'answer':
      return typeof given.sdp === 'string' && given.sdp !== '' ? { kind: given.kind, session, sdp: given.sdp } : null;
    case 'candidate': {
      if (given.candidate === null) return { kind: 'candidate', session, candidate: null };
      const { candidate, sdpMid, sdpMLineIndex } = fields(given.candidate);
      if (typeof candidate !== 'string') return null;
      return {
        kind: 'candidate', session,
        candidate: { candidate, sdpMid: typeof sdpMid === 'string' ? sdpMid : null, sdpMLineIndex: typeof sdpMLineIndex === 'number' ? sdpMLineIndex : null },
      };
    }
    case 'moved':
      return given.to === 'mesh' || given.to === 'route' ? { kind: 'moved', session, to: given.to } : null;
    case 'again':
      return { kind: 'again', session };
    default:
      return null;
  }
}
