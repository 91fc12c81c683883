/** Roles from the least to the most, as the house names them. */
export const roles = ['visitor', 'guest', 'member', 'host', 'moderator', 'organiser'] as const;
export type Role = (typeof roles)[number];

export function rank(role: string): number {
  return Math.max(0, roles.indexOf(role as Role));
}

/** Looks after others: host, moderator or organiser. */
export function isStaff(role: string): boolean {
  return rank(role) >= rank('host');
}

/** Keeps the house civil. */
export function isModerator(role: string): boolean {
  return rank(role) >= rank('moderator');
}

/** Moderators and organisers may, and nobody of their own rank or above. The house decides the same; here it only says what is shown. */
export function mayModerate(by: string, whom: string): boolean {
  return isModerator(by) && rank(by) > rank(whom);
}
