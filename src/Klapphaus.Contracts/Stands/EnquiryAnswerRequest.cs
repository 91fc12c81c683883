namespace Klapphaus.Contracts;

/// <summary>Body of <c>PUT /api/stands/{stand}/enquiries/{id}/answer</c>.</summary>
public sealed record EnquiryAnswerRequest
{
    /// <summary>At most 2,000 characters, on several lines; may be empty where the visitor is answered by another way.</summary>
    public string? Text { get; init; }
}
