/** What both ends agree on; the numbers are those of the contracts (`Protocol.cs`, `ErrorCode.cs`, `DisconnectCode.cs`). */
export const Protocol = {
  version: 1,
  hubPath: '/house',
  /** Units in one tile; a tile is one metre. */
  unitsPerTile: 32,
  /** Units in a millisecond at which everybody walks: 4 m/s. */
  speed: (4 * 32) / 1000,
  standing: 255,
  headingsPerTurn: 255,
  /** How often somebody who walks straight on says so again, ms. */
  moveInterval: 500,
  /** How long a walker is carried on without news of it, ms. */
  carryOn: 600,
  /** Number of the media server where otherwise a person is. */
  mediaServer: -1,
  /** Side of a cell in which sight is counted, tiles. */
  cellTiles: 6,
  maxTiles: 128,
  /** How near to a door one must be to go through it, units; the server is a little more generous. */
  doorReach: 48,
} as const;

export const ErrorCode = {
  none: 0,
  protocolTooOld: 1001,
  protocolTooNew: 1002,
  helloMissing: 1003,
  malformed: 1004,
  tooManyCalls: 1005,
  unavailable: 1006,
  unexpected: 1007,
  signInNeeded: 2001,
  nameUnusable: 2002,
  invitationInvalid: 2003,
  invitationExpired: 2004,
  affiliationUnusable: 2005,
  organisersOnly: 2006,
  banned: 2007,
  sessionEnded: 2008,
  invitationRevoked: 2009,
  invitationUsedUp: 2010,
  nameTaken: 2011,
  invitationNeeded: 2012,
  signInFailed: 2013,
  providerUnreachable: 2014,
  invitationUnusable: 2020,
  invitationUnknown: 2021,
  tooManyInvitations: 2022,
  guestListUnusable: 2023,
  roomUnknown: 3001,
  roomFull: 3002,
  doorUnknown: 3003,
  doorTooFar: 3004,
  notInRoom: 3005,
  roomBanned: 3006,
  roomNotAllowed: 3007,
  roomShut: 3008,
  notInConversation: 5001,
  conversationUnknown: 5002,
  personUnknown: 5003,
  alreadyInConversation: 5004,
  conversationFull: 5005,
  conversationOpen: 5006,
  notAllowed: 5007,
  textUnusable: 5008,
  writingTooFast: 5009,
  textUnknown: 5010,
  moderatorsOnly: 6001,
  reasonUnusable: 6002,
  memberUnknown: 6003,
  reportUnknown: 6004,
  tooManyReports: 6005,
} as const;

export const DisconnectCode = {
  takenOver: 4001,
  restarting: 4002,
  flooding: 4003,
  roomClosed: 4004,
  sessionEnded: 4005,
  banned: 4006,
} as const;
