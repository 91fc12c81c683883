namespace Klapphaus.Contracts;

/// <summary>A question that was left at a stand.</summary>
public sealed record EnquiryView
{
    public required string Id { get; init; }
    /// <summary>What the visitor was called in the house.</summary>
    public required string Name { get; init; }
    public required string Question { get; init; }
    /// <summary>none: in writing, in the house; inHouse: by being called there; email; telephone.</summary>
    public required string CallBack { get; init; }
    /// <summary>The address or number for the answer, or empty.</summary>
    public required string Reach { get; init; }
    /// <summary>When; by leaving it the visitor has agreed that those who look after the stand read it.</summary>
    public required DateTimeOffset Asked { get; init; }
    /// <summary>Null before anybody has answered.</summary>
    public required DateTimeOffset? Answered { get; init; }
    /// <summary>The host's name; <c>-</c> for one whom the house does not know any more.</summary>
    public required string AnsweredBy { get; init; }
    /// <summary>In the host's words, or empty.</summary>
    public required string Answer { get; init; }
}
