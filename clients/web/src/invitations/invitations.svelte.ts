import { ErrorCode } from '../room/protocol';
import { issueInvitation, listInvitations, revokeInvitation, type Invitation, type InvitationDraft } from './invitationApi';

/** The invitations of the house as an organiser has them before them. */
class Invitations {
  all = $state.raw<readonly Invitation[]>([]);
  isLoading = $state(false);
  /** The number of the last refusal. */
  error = $state<number>(ErrorCode.none);
  /** How often something was changed: a list that was asked for before does not have it. */
  private changes = 0;

  async load(): Promise<void> {
    this.isLoading = true;
    const { changes } = this;
    const answer = await listInvitations();
    if (changes !== this.changes) return this.load();
    this.isLoading = false;
    if ('error' in answer) this.error = answer.error;
    else [this.all, this.error] = [answer.value, ErrorCode.none];
  }

  /** The invitation; null when it was refused. */
  async issue(draft: InvitationDraft): Promise<Invitation | null> {
    const answer = await issueInvitation(draft);
    this.error = 'error' in answer ? answer.error : ErrorCode.none;
    if ('error' in answer) return null;
    this.changes++;
    // a list that came first may have it already
    this.all = [answer.value, ...this.all.filter(({ id }) => id !== answer.value.id)];
    return answer.value;
  }

  async revoke(invitation: Invitation, signOut: boolean): Promise<boolean> {
    this.error = await revokeInvitation(invitation, signOut);
    if (this.error !== ErrorCode.none) return false;
    this.changes++;
    this.all = this.all.map((each) => (each.id === invitation.id ? { ...each, state: 'revoked', token: null } : each));
    return true;
  }
}

export const invitations = new Invitations();
