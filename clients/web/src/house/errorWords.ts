import { ErrorCode } from '../room/protocol';
import { t, type Key } from '../words/words.svelte';

const keys: Record<number, Key> = {
  [ErrorCode.protocolTooOld]: 'error.tooOld',
  [ErrorCode.protocolTooNew]: 'error.tooNew',
  [ErrorCode.tooManyCalls]: 'error.tooMany',
  [ErrorCode.unavailable]: 'error.unavailable',
  [ErrorCode.signInNeeded]: 'error.signIn',
  [ErrorCode.nameUnusable]: 'error.name',
  [ErrorCode.invitationInvalid]: 'error.invitationInvalid',
  [ErrorCode.invitationExpired]: 'error.invitationExpired',
  [ErrorCode.affiliationUnusable]: 'error.affiliation',
  [ErrorCode.organisersOnly]: 'error.organisersOnly',
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

/** The words for a refusal; the number itself stands only where there are none. */
export function errorWords(code: number): string {
  const key = keys[code];
  return key ? t(key) : t('error.other', { code });
}
