using Klapphaus.Contracts;
using Klapphaus.Grains.Stands;
using Klapphaus.Server.Conversations;
using Klapphaus.World.Stands;

namespace Klapphaus.Server.Stands;

/// <summary>What is left at stands, as it is told of.</summary>
static class EnquiryViews
{
    /// <summary>All of it, for those who look after it.</summary>
    public static EnquiriesView All(LeftThings left, IReadOnlyDictionary<string, string> names) => new()
    {
        Enquiries = [.. left.Enquiries.Reverse().Select(e => Enquiry(e, names))],
        Cards = [.. left.Cards.Reverse().Select(CardViews.Handed)],
        TakenBack = [.. left.TakenBack.Reverse().Select(CardViews.TakenBack)],
    };

    /// <summary>One's own.</summary>
    public static LeftAtStandView Own(string stand, LeftThings left, IReadOnlyDictionary<string, string> names) => new()
    {
        Stand = stand,
        Name = left.Stand,
        Enquiries = [.. left.Enquiries.Reverse().Select(e => Enquiry(e, names))],
        Card = left.Cards.Length == 0 ? null : CardViews.Handed(left.Cards[^1]),
    };

    /// <summary>A question as the stand takes it; null when it is not said how to answer.</summary>
    public static EnquiryDraft? Read(string id, EnquiryRequest request) =>
        Enum.TryParse<CallBack>(request.CallBack ?? nameof(CallBack.None), ignoreCase: true, out var callBack) && Enum.IsDefined(callBack)
            ? new(id, request.Question ?? "", callBack, request.Reach ?? "") : null;

    static EnquiryView Enquiry(EnquiryState enquiry, IReadOnlyDictionary<string, string> names) => new()
    {
        Id = enquiry.Id,
        Name = enquiry.Name,
        Question = enquiry.Question,
        CallBack = TalkViews.Word(enquiry.CallBack),
        Reach = enquiry.Reach,
        Asked = enquiry.Asked,
        Answered = enquiry.Answered,
        AnsweredBy = enquiry.AnsweredBy.Length == 0 ? "" : names.GetValueOrDefault(enquiry.AnsweredBy, FieldState.Erased),
        Answer = enquiry.Answer,
    };
}
