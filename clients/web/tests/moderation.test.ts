import { describe, expect, it } from 'vitest';
import { openPolicy, readAnnounced, readModerated, readPolicy, readRetracted, rebase } from '../src/moderation/moderationWire';
import { isModerator, isStaff, mayModerate, rank, roles } from '../src/moderation/rank';

describe('who may moderate whom', () => {
  it('is who keeps the house civil, and nobody of their own rank or above', () => {
    const may = roles.map((by) => roles.filter((whom) => mayModerate(by, whom)));
    expect(may).toEqual([[], [], [], [], ['visitor', 'guest', 'member', 'host'], ['visitor', 'guest', 'member', 'host', 'moderator']]);
  });

  it('takes a role that it does not know for the least', () => {
    expect(rank('king')).toBe(0);
    expect(isStaff('king')).toBe(false);
    expect([isStaff('host'), isModerator('host'), isModerator('organiser'), isStaff('member')]).toEqual([true, false, true, false]);
  });
});

describe('records of moderation', () => {
  it('make a policy, with everything open that is not said', () => {
    expect(readPolicy({ enter: 'member', speak: 'king', slowSeconds: -1, shutFrom: 1_700_000_000_123, notice: 'x'.repeat(400) })).toEqual({
      enter: 'member', speak: 'visitor', camera: 'visitor', screen: 'visitor', write: 'visitor', knock: 'visitor', slowSeconds: 0, shutFrom: 1_700_000_000_123, notice: 'x'.repeat(300), hours: '', waitingRoom: false,
    });
  });

  it('are no records without what they are about', () => {
    expect(readModerated({ reason: 'x' })).toBeNull();
    expect(readAnnounced({ at: 1 })).toBeNull();
    expect(readModerated({ kind: 'warned', reason: 'x', until: 12n })).toEqual({ kind: 'warned', reason: 'x', until: 12, room: null });
    expect(readRetracted({ ids: [1_700_000_000_124, 'x', 0, 5n] })).toEqual([1_700_000_000_124, 5]);
    expect(readRetracted(null)).toEqual([]);
  });
});

describe('a draft of rules', () => {
  const base = { ...openPolicy, slowSeconds: 10 };

  it('takes in what somebody else has changed, and keeps what one has changed oneself', () => {
    const draft = { ...base, write: 'member' as const };
    expect(rebase(draft, base, { ...base, waitingRoom: true, slowSeconds: 30 })).toEqual({ ...base, write: 'member', waitingRoom: true, slowSeconds: 30 });
  });

  it('keeps the own word where both have changed the same', () => {
    expect(rebase({ ...base, slowSeconds: 60 }, base, { ...base, slowSeconds: 30 }).slowSeconds).toBe(60);
  });
});
