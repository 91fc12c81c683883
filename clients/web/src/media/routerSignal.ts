import { fields, list, text, written } from '../room/readFields';
import { slots, type Slot } from './peer';

/** What one way of a connection with the media server carries: whose, and what. */
export type RouteStream = { mid: string; person: string; kind: Slot };

/** What the house says about the media server; all but waiting have the session in which they count. */
export type RouterSignal =
  /** One has a place there. */
  | { kind: 'seated'; session: string }
  /** It is not there; the house tries again. */
  | { kind: 'waiting'; session: string }
  | { kind: 'answer'; session: string; sdp: string }
  | { kind: 'offer'; session: string; sdp: string; streams: RouteStream[] };

/** What the browser says to it. */
export type RouterRequest =
  | { kind: 'publish' | 'answer'; session: string; sdp: string }
  | { kind: 'candidate'; session: string; direction: 'publish' | 'receive'; candidate: RTCIceCandidateInit | null }
  /** The way broke: a new place. */
  | { kind: 'again'; session: string }
  /** The place is not needed any more. */
  | { kind: 'done'; session: string };

export function readRouterSignal(json: string): RouterSignal | null {
  const given = written(json);
  if (!given) return null;
  const session = text(given.session, 64);
  const sdp = typeof given.sdp === 'string' ? given.sdp : '';
  switch (given.kind) {
    case 'seated':
      return session ? { kind: 'seated', session } : null;
    case 'waiting':
      return { kind: 'waiting', session: '' };
    case 'answer':
      return sdp ? { kind: 'answer', session, sdp } : null;
    case 'offer':
      return sdp ? { kind: 'offer', session, sdp, streams: list(given.streams, readStream) } : null;
    default:
      return null;
  }
}

function readStream(value: unknown): RouteStream | null {
  const given = fields(value);
  const kind = slots.find((slot) => slot === given.kind);
  const [mid, person] = [text(given.mid, 64), text(given.person, 64)];
  return kind && mid && person ? { mid, person, kind } : null;
}
