namespace Klapphaus.Contracts;

/// <summary>
/// Every expected refusal has a number here, and only here. Numbers are never reused. Clients hold the words for people;
/// a result that carries 0 was granted.
/// </summary>
public enum ErrorCode
{
    None = 0,

    /// <summary>The client must be reloaded: it speaks an older protocol than this house.</summary>
    ProtocolTooOld = 1001,
    /// <summary>The house is older than the client; try again when it has been upgraded.</summary>
    ProtocolTooNew = 1002,
    /// <summary>Say Hello before anything else.</summary>
    HelloMissing = 1003,
    /// <summary>The call could not be read; the text says which part.</summary>
    Malformed = 1004,
    /// <summary>Too many calls in too short a time; slow down.</summary>
    TooManyCalls = 1005,
    /// <summary>The house could not answer in time (a machine was lost or is starting); try again.</summary>
    Unavailable = 1006,
    /// <summary>A fault of the house; it has been logged.</summary>
    Unexpected = 1007,
    /// <summary>A page of another site has sent this; browsers do that with one's cookie, unasked.</summary>
    ForeignSite = 1008,
    /// <summary>A connection in the background only wants to be reached: what needs a room, or an avatar, is for another connection.</summary>
    BackgroundConnection = 1009,

    /// <summary>Nobody is signed in on this connection.</summary>
    SignInNeeded = 2001,
    /// <summary>A name has 1 to 40 characters and no control characters.</summary>
    NameUnusable = 2002,
    /// <summary>The invitation is not from this house, or has been changed.</summary>
    InvitationInvalid = 2003,
    /// <summary>The invitation was valid once; ask for a new one.</summary>
    InvitationExpired = 2004,
    /// <summary>An affiliation has at most 60 characters and no control characters.</summary>
    AffiliationUnusable = 2005,
    /// <summary>Only an organiser may do or see this.</summary>
    OrganisersOnly = 2006,
    /// <summary>One may not be in this house; the answer says why and until when.</summary>
    Banned = 2007,
    /// <summary>The session has ended; sign in again.</summary>
    SessionEnded = 2008,
    /// <summary>The invitation was taken back.</summary>
    InvitationRevoked = 2009,
    /// <summary>The invitation has been used as often as it may be.</summary>
    InvitationUsedUp = 2010,
    /// <summary>The name looks like somebody else's, or like a role's.</summary>
    NameTaken = 2011,
    /// <summary>This house does not let in who has neither an invitation nor an account.</summary>
    InvitationNeeded = 2012,
    /// <summary>The identity provider did not confirm who this is.</summary>
    SignInFailed = 2013,
    /// <summary>The identity provider cannot be reached.</summary>
    ProviderUnreachable = 2014,
    /// <summary>The code was never given, has been used or is over, or the verifier is not its own; ask for a new one.</summary>
    SignInCodeInvalid = 2015,
    /// <summary>A program that signs in by the browser has a port of 1024 to 65535, a challenge of 43 characters, and a state of at most 128.</summary>
    LoopbackUnusable = 2016,
    /// <summary>One is signed in here as somebody else than the code is for; the code stays good, and is used when one says that one wants to be signed in anew.</summary>
    SignedInAsAnother = 2017,
    /// <summary>An invitation needs a name of 1 to 80 characters, a role that there is, rooms that there are, and an end within a year.</summary>
    InvitationUnusable = 2020,
    /// <summary>There is no such invitation (any more).</summary>
    InvitationUnknown = 2021,
    /// <summary>The house keeps as many invitations as it may.</summary>
    TooManyInvitations = 2022,
    /// <summary>A list of guests is a table with a column of names, at most 2,000 lines and 256 KB.</summary>
    GuestListUnusable = 2023,

    /// <summary>There is no such room.</summary>
    RoomUnknown = 3001,
    /// <summary>The room is full; one may wait for a place.</summary>
    RoomFull = 3002,
    /// <summary>There is no such door in the room.</summary>
    DoorUnknown = 3003,
    /// <summary>One must stand at a door to go through it.</summary>
    DoorTooFar = 3004,
    /// <summary>The call makes sense only inside a room.</summary>
    NotInRoom = 3005,
    /// <summary>One may not be in this room; the answer says why and until when.</summary>
    RoomBanned = 3006,
    /// <summary>This room lets in only who has another role or an invitation for it.</summary>
    RoomNotAllowed = 3007,
    /// <summary>The room is closed at this time.</summary>
    RoomShut = 3008,
    /// <summary>Moderators let people into this room one by one; one may ask to be let in by waiting.</summary>
    RoomWaiting = 3009,
    /// <summary>So many ask to be let in that no more are taken for now.</summary>
    WaitingRoomFull = 3010,

    /// <summary>One is in no conversation, or not in the one that is meant.</summary>
    NotInConversation = 5001,
    /// <summary>There is no such conversation (any more).</summary>
    ConversationUnknown = 5002,
    /// <summary>There is no such person here (any more), or they have not asked.</summary>
    PersonUnknown = 5003,
    /// <summary>One is in that conversation already.</summary>
    AlreadyInConversation = 5004,
    /// <summary>The conversation has no place left, not even for who is let in.</summary>
    ConversationFull = 5005,
    /// <summary>The conversation is open; one only needs to stand there.</summary>
    ConversationOpen = 5006,
    /// <summary>One may not do this here.</summary>
    NotAllowed = 5007,
    /// <summary>A text has 1 to 1,000 characters, a topic at most 80; neither has control characters.</summary>
    TextUnusable = 5008,
    /// <summary>In this room one may write only so often at the moment.</summary>
    WritingTooFast = 5009,
    /// <summary>There is no such text, or it was written too long ago.</summary>
    TextUnknown = 5010,

    /// <summary>Only who looks after others may do this, and to nobody of their own rank or above.</summary>
    ModeratorsOnly = 6001,
    /// <summary>A reason has 1 to 500 characters.</summary>
    ReasonUnusable = 6002,
    /// <summary>There is no such member, or the house has forgotten it.</summary>
    MemberUnknown = 6003,
    /// <summary>There is no such report, or it was too long ago.</summary>
    ReportUnknown = 6004,
    /// <summary>One has reported so much that it has to be answered first.</summary>
    TooManyReports = 6005,
    /// <summary>One has pronounced this ban oneself; another moderator has to confirm it.</summary>
    OwnBan = 6006,
    /// <summary>There is no ban (any more) that waits for a second moderator: it is over, was taken back, or has been confirmed.</summary>
    BanNotWaiting = 6007,

    /// <summary>There is no such stand (any more), or one may not see it.</summary>
    StandUnknown = 7001,
    /// <summary>There is a stand at this place already.</summary>
    StandPlaceTaken = 7002,
    /// <summary>There is no such place, or it is not meant for a stand.</summary>
    StandPlaceUnknown = 7003,
    /// <summary>One may not do this at this stand.</summary>
    StandRightMissing = 7004,
    /// <summary>A stand needs a name and one line before it is published.</summary>
    StandIncomplete = 7005,
    /// <summary>A stand has at most 30 hosts.</summary>
    StandTeamFull = 7006,

    /// <summary>A question has 1 to 1,000 characters, an answer in writing 1 to 2,000; by mail or telephone one has to be reached. The refusal says what is wrong.</summary>
    EnquiryUnusable = 7030,
    /// <summary>There is no such question (any more), or it is not one's own.</summary>
    EnquiryUnknown = 7031,
    /// <summary>So many of one's questions at this stand wait for an answer that some have to be answered first.</summary>
    TooManyEnquiries = 7032,
    /// <summary>The stand keeps as many questions as it may.</summary>
    StandFull = 7033,
    /// <summary>Somebody has answered this question already, and the visitor may have read it.</summary>
    EnquiryAnswered = 7034,
    /// <summary>Something on the card cannot be used; the refusal says what.</summary>
    CardUnusable = 7035,
    /// <summary>No field of the card was named, or one in which nothing stands.</summary>
    CardEmpty = 7036,
    /// <summary>What one has seen is no longer what would be handed over: the card or the words have changed since.</summary>
    CardOutdated = 7037,
    /// <summary>There is no such card (any more), or it is not one's own.</summary>
    CardUnknown = 7038,
    /// <summary>As many cards are kept there as may be.</summary>
    CardsFull = 7039,
    /// <summary>The other has said no, or it was too long ago.</summary>
    ExchangeOver = 7040,
    /// <summary>A word needs a name of 1 to 80 characters, and challenges that there are.</summary>
    WordUnusable = 7101,
    /// <summary>There are words that may well mean the same; the answer names them.</summary>
    WordSimilar = 7102,
    /// <summary>There is no such word (any more).</summary>
    WordUnknown = 7103,
    /// <summary>The vocabulary has as many words as it may.</summary>
    VocabularyFull = 7104,
    /// <summary>There is no such material at the stand (any more), or one may not see it.</summary>
    MaterialUnknown = 7050,
    /// <summary>A bag holds 500 materials; something has to be taken out first.</summary>
    BagFull = 7051,
    /// <summary>Only so many links lead to a bag at a time; one has to be taken back first.</summary>
    TooManyBagLinks = 7052,
    /// <summary>The link leads to no bag (any more).</summary>
    BagLinkInvalid = 7053,
    /// <summary>There is no such time (any more), or one has nothing to do with it.</summary>
    TimeUnknown = 7054,
    /// <summary>The time has begun already, or is more than a year away.</summary>
    TimeNotAhead = 7055,
    /// <summary>A time for a talk has 5 minutes to 4 hours, and at most 20 are offered at once.</summary>
    TimeUnusable = 7056,
    /// <summary>One has another at that time.</summary>
    TimeOverlaps = 7057,
    /// <summary>Somebody else has booked it.</summary>
    TimeTaken = 7058,
    /// <summary>The stand offers as many times as it may.</summary>
    TimesFull = 7059,
    /// <summary>One has booked three times at this stand that are yet to come.</summary>
    TooManyTimes = 7060,

    /// <summary>There is no such file (any more), or not for who asks.</summary>
    FileUnknown = 8001,
    /// <summary>The file is larger than files may be, or than was said when its upload began.</summary>
    FileTooLarge = 8002,
    /// <summary>The file has no content.</summary>
    FileEmpty = 8003,
    /// <summary>By its content the file is none of the kinds that are taken, whatever its name says.</summary>
    FileKindNotAllowed = 8004,
    /// <summary>Opened, the file would be far larger than it is.</summary>
    FileUnpacksTooLarge = 8005,
    /// <summary>The picture is broken.</summary>
    FileUnreadable = 8006,
    /// <summary>One may not put files there.</summary>
    FileNotAllowed = 8007,
    /// <summary>The stand has as many or as large files as it may.</summary>
    StandFilesFull = 8008,
    /// <summary>The house has no room for files left; all else goes on.</summary>
    DiskFull = 8009,
    /// <summary>There is no such upload (any more); begin it anew.</summary>
    UploadUnknown = 8010,
    /// <summary>The upload is at another place than the bytes that were sent; ask how far it is.</summary>
    UploadOffsetWrong = 8011,
    /// <summary>Another request works at this upload; try again.</summary>
    UploadBusy = 8012,
    /// <summary>What arrived is not what was sent; send it again.</summary>
    ChecksumWrong = 8013,
    /// <summary>One must stand at a stand to ring at it.</summary>
    StandTooFar = 7020,
    /// <summary>Only who is on duty at the stand may do this.</summary>
    NotOnDuty = 7021,
    /// <summary>Nobody asks for this at the bell, or it was too long ago.</summary>
    BellUnknown = 7022,
    /// <summary>Another host goes there already.</summary>
    BellTaken = 7023,
    /// <summary>The visitor does not wait any more.</summary>
    BellOver = 7024,
    /// <summary>One is in a talk oneself, which has to be ended first.</summary>
    BellBusy = 7025,
    /// <summary>So many wait at the stand that no more are taken for now.</summary>
    BellFull = 7026,
    /// <summary>Who is on duty at a stand does not ring at it.</summary>
    BellOwnStand = 7027,
    /// <summary>One has rung so often that the hosts are left alone for a moment.</summary>
    BellTooOften = 7028,
}
