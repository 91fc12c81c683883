import { ErrorCode } from '../room/protocol';
import { momentOf, t, type Key } from '../words/words.svelte';

const keys: Record<number, Key> = {
  [ErrorCode.protocolTooOld]: 'error.tooOld',
  [ErrorCode.protocolTooNew]: 'error.tooNew',
  [ErrorCode.tooManyCalls]: 'error.tooMany',
  [ErrorCode.unavailable]: 'error.unavailable',
  [ErrorCode.foreignSite]: 'error.foreignSite',
  [ErrorCode.signInNeeded]: 'error.signIn',
  [ErrorCode.nameUnusable]: 'error.name',
  [ErrorCode.invitationInvalid]: 'error.invitationInvalid',
  [ErrorCode.invitationExpired]: 'error.invitationExpired',
  [ErrorCode.invitationRevoked]: 'error.invitationRevoked',
  [ErrorCode.invitationUsedUp]: 'error.invitationUsedUp',
  [ErrorCode.invitationUnusable]: 'error.invitationUnusable',
  [ErrorCode.invitationUnknown]: 'error.invitationUnknown',
  [ErrorCode.tooManyInvitations]: 'error.tooManyInvitations',
  [ErrorCode.guestListUnusable]: 'error.guestListUnusable',
  [ErrorCode.affiliationUnusable]: 'error.affiliation',
  [ErrorCode.organisersOnly]: 'error.organisersOnly',
  [ErrorCode.banned]: 'error.banned',
  [ErrorCode.sessionEnded]: 'error.sessionEnded',
  [ErrorCode.nameTaken]: 'error.nameTaken',
  [ErrorCode.invitationNeeded]: 'error.invitationNeeded',
  [ErrorCode.signInFailed]: 'error.signInFailed',
  [ErrorCode.roomBanned]: 'error.roomBanned',
  [ErrorCode.roomNotAllowed]: 'error.roomNotAllowed',
  [ErrorCode.roomShut]: 'error.roomShut',
  [ErrorCode.roomWaiting]: 'error.roomWaiting',
  [ErrorCode.waitingRoomFull]: 'error.waitingRoomFull',
  [ErrorCode.writingTooFast]: 'error.writingTooFast',
  [ErrorCode.textUnknown]: 'error.textUnknown',
  [ErrorCode.moderatorsOnly]: 'error.moderatorsOnly',
  [ErrorCode.reasonUnusable]: 'error.reasonUnusable',
  [ErrorCode.memberUnknown]: 'error.memberUnknown',
  [ErrorCode.reportUnknown]: 'error.reportUnknown',
  [ErrorCode.tooManyReports]: 'error.tooManyReports',
  [ErrorCode.ownBan]: 'error.ownBan',
  [ErrorCode.banNotWaiting]: 'error.banNotWaiting',
  [ErrorCode.providerUnreachable]: 'error.providerUnreachable',
  [ErrorCode.roomUnknown]: 'error.roomUnknown',
  [ErrorCode.roomFull]: 'error.roomFull',
  [ErrorCode.doorUnknown]: 'error.doorUnknown',
  [ErrorCode.doorTooFar]: 'error.doorTooFar',
  [ErrorCode.notInRoom]: 'error.notInRoom',
  [ErrorCode.notInConversation]: 'error.notInConversation',
  [ErrorCode.conversationUnknown]: 'error.conversationUnknown',
  [ErrorCode.personUnknown]: 'error.personUnknown',
  [ErrorCode.alreadyInConversation]: 'error.alreadyInConversation',
  [ErrorCode.conversationFull]: 'error.conversationFull',
  [ErrorCode.conversationOpen]: 'error.conversationOpen',
  [ErrorCode.notAllowed]: 'error.notAllowed',
  [ErrorCode.textUnusable]: 'error.textUnusable',
};

/** The words for a room that lets one not in: with what its moderators say about that. */
export function refusalWords({ error, reason, until }: { error: number; reason: string; until: number }): string {
  return [errorWords(error), until ? t('log.until', { time: momentOf(until) }) + '.' : '', reason ? t('notice.reason', { reason }) : ''].filter(Boolean).join(' ');
}

/** The words for a refusal; the number itself stands only where there are none. */
export function errorWords(code: number): string {
  const key = keys[code];
  return key ? t(key) : t('error.other', { code });
}
