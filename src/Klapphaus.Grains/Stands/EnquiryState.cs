using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>A question that a visitor has left at a stand, as it travels and is stored.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.EnquiryState")]
public sealed record EnquiryState
{
    [Id(0)] public required string Id { get; init; }
    /// <summary>Id of the member who asks.</summary>
    [Id(1)] public required string Visitor { get; init; }
    /// <summary>What they were called as they asked.</summary>
    [Id(2)] public required string Name { get; init; }
    [Id(3)] public required string Question { get; init; }
    [Id(4)] public CallBack CallBack { get; init; }
    /// <summary>The address or number for the answer; empty when it comes in the house.</summary>
    [Id(5)] public string Reach { get; init; } = "";
    [Id(6)] public required DateTimeOffset Asked { get; init; }
    /// <summary>Id of the host who has answered; <c>-</c> after erasure, empty before anybody has.</summary>
    [Id(7)] public string AnsweredBy { get; init; } = "";
    [Id(8)] public DateTimeOffset? Answered { get; init; }
    [Id(9)] public string Answer { get; init; } = "";

    public static EnquiryState Of(Enquiry enquiry) => new()
    {
        Id = enquiry.Id,
        Visitor = enquiry.Visitor,
        Name = enquiry.Name,
        Question = enquiry.Question,
        CallBack = enquiry.CallBack,
        Reach = enquiry.Reach,
        Asked = enquiry.Asked,
        AnsweredBy = enquiry.AnsweredBy,
        Answered = enquiry.Answered,
        Answer = enquiry.Answer,
    };

    public Enquiry ToEnquiry() => new()
    {
        Id = Id,
        Visitor = Visitor,
        Name = Name,
        Question = Question,
        CallBack = CallBack,
        Reach = Reach,
        Asked = Asked,
        AnsweredBy = AnsweredBy,
        Answered = Answered,
        Answer = Answer,
    };

    /// <summary>The same without the host who has answered.</summary>
    public EnquiryState Without(string member) => AnsweredBy == member ? this with { AnsweredBy = FieldState.Erased } : this;

    /// <summary>As it is written when a call fails: without who asks and what.</summary>
    public override string ToString() => Id;
}
