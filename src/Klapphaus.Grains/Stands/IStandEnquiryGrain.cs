namespace Klapphaus.Grains.Stands;

/// <summary>
/// What visitors leave at one stand: questions and cards. The key is the stand's id, and the grain the same that keeps the stand (<see cref="IStandGrain"/>). What
/// is confirmed is stored. Taking back needs no right but that it is one's own: it can be done when the stand cannot be seen any more.
/// </summary>
[Alias("Klapphaus.IStandEnquiryGrain")]
public interface IStandEnquiryGrain : IGrainWithStringKey
{
    /// <summary>A visitor leaves a question; sent again it is the same one.</summary>
    [Alias("Leave")]
    Task<LeftAnswer> Leave(StandCaller who, EnquiryDraft draft);

    /// <summary>A host answers a question that nobody has answered yet.</summary>
    [Alias("Answer")]
    Task<LeftAnswer> Answer(StandCaller who, string enquiry, string text);

    /// <summary>A visitor takes a question back; nothing of it remains.</summary>
    [Alias("TakeBackEnquiry")]
    Task<LeftAnswer> TakeBackEnquiry(string visitor, string enquiry);

    /// <summary>A visitor hands over a card, in exactly the fields that they agree to.</summary>
    [Alias("Hand")]
    Task<LeftAnswer> Hand(StandCaller who, CardConsentState consent);

    /// <summary>A visitor takes a card back; what remains is that there was one.</summary>
    [Alias("TakeBackCard")]
    Task<LeftAnswer> TakeBackCard(string visitor, string card);

    /// <summary>Everything that visitors have left, for hosts with the right to it.</summary>
    [Alias("AllLeft")]
    Task<LeftThings> AllLeft(StandCaller who);

    /// <summary>What the one who asks has left, with the answers.</summary>
    [Alias("LeftBy")]
    Task<LeftThings> LeftBy(StandCaller who);
}
