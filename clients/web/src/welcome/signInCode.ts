import { redeem, type Session, type SessionAnswer } from '../house/houseApi';
import { ErrorCode } from '../room/protocol';

/** Opened by a program as a window of its own, as installed pages are; a link that somebody has sent opens a tab instead. */
export function isAppWindow(): boolean {
  return matchMedia('(display-mode: standalone)').matches;
}

/**
 * What a page does with a code in its address. Anybody can make a link with a code of their own, and who follows it would be in their account: in a tab somebody
 * who is signed in nowhere is asked. Who is signed in is asked by the house, when the code is another's.
 */
export function beforeRedeeming(isApp: boolean, session: Session | null): 'redeem' | 'ask' {
  return isApp || session ? 'redeem' : 'ask';
}

/**
 * What becomes of somebody whose code was refused. An answer may have been lost on the way, and the code with it: in the program's own window, and where there was
 * nobody before, whoever has a session all the same goes in by that. In a tab in which somebody was signed in already they choose for themselves who goes in.
 * `session` is the one of this browser now, `before` the id of whoever had one when the code was tried, null for none; `isApp` whether it was tried by the window itself.
 */
export function afterRefusal(error: number, session: Session | null, isApp: boolean, before: string | null): 'enter' | 'ask' | 'tell' {
  if (!session) return 'tell';
  if (error === ErrorCode.signedInAsAnother) return 'ask';
  const mayBeLost = error === ErrorCode.unavailable || error === ErrorCode.signInCodeInvalid;
  return mayBeLost && (isApp || session.id !== before) ? 'enter' : 'tell';
}

/** Signs in by a code; a house that does not answer is asked once more. With `replace` also whoever is signed in here as somebody else. */
export async function redeemPatiently(code: string, replace: boolean): Promise<SessionAnswer> {
  const answer = await redeem(code, replace);
  return 'error' in answer && answer.error === ErrorCode.unavailable ? redeem(code, replace) : answer;
}
