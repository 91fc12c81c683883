using Klapphaus.Grains.Members;
using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>
/// One stand; the key is its id. Owns what it shows, who looks after it, and whether it is shown. What is confirmed is stored. Each call answers with why it
/// was refused, and <see cref="ErrorCode.StandUnknown"/> to who may not even see the stand.
/// </summary>
[Alias("Klapphaus.IStandGrain")]
public interface IStandGrain : IGrainWithStringKey
{
    /// <summary>An organiser puts a new stand at a place. That there is such a place is for the caller to know.</summary>
    [Alias("Create")]
    Task<ErrorCode> Create(StandCaller who, StandPlace place);

    /// <summary>The stand as a visitor sees it.</summary>
    [Alias("Read")]
    Task<StandReading> Read(StandCaller who);

    /// <summary>The stand as its team works on it.</summary>
    [Alias("Draft")]
    Task<StandDraft> Draft(StandCaller who);

    /// <summary>Takes edits, or says of each what stands against it.</summary>
    [Alias("Edit")]
    Task<EditAnswers> Edit(StandCaller who, FieldEdit[] edits);

    /// <summary>Brings back what a field was before a change, unless it has changed since.</summary>
    [Alias("Undo")]
    Task<EditAnswers> Undo(StandCaller who, long revision);

    [Alias("Publish")]
    Task<PublishAnswer> Publish(StandCaller who, bool published);

    /// <summary>Names a host, gives them other rights, or takes them out of the team, which everybody may do with themselves.</summary>
    [Alias("NameHost")]
    Task<ErrorCode> NameHost(StandCaller who, string member, string name, HostRights rights);

    /// <summary>Whether somebody may invite into the team: hosts, or an owner.</summary>
    [Alias("MayInvite")]
    Task<ErrorCode> MayInvite(StandCaller who, bool owner);

    /// <summary>A member comes into the team by an invitation that holds; that it does is for the caller to know.</summary>
    [Alias("Join")]
    Task<ErrorCode> Join(string member, string name, InvitationState invitation);

    /// <summary>Takes the stand offline, or one of its materials.</summary>
    [Alias("TakeDown")]
    Task<ErrorCode> TakeDown(StandCaller who, string reason, string material);

    /// <summary>Puts back what was taken offline.</summary>
    [Alias("PutBack")]
    Task<ErrorCode> PutBack(StandCaller who, string material);

    /// <summary>Whether somebody may put something into the stand: fields, and files for them.</summary>
    [Alias("MayEdit")]
    Task<ErrorCode> MayEdit(StandCaller who);

    /// <summary>Whether somebody may read a file of this stand, by its id.</summary>
    [Alias("MayRead")]
    Task<bool> MayRead(StandCaller who, string file);

    /// <summary>Whether a field has this file, or had it in what can still be undone.</summary>
    [Alias("Needs")]
    Task<bool> Needs(string file);

    /// <summary>Forgets a member; what they wrote stays, as by nobody.</summary>
    [Alias("Erase")]
    Task Erase(string member);

    /// <summary>Forgets what has been kept for long enough.</summary>
    [Alias("Tidy")]
    Task Tidy();
}
