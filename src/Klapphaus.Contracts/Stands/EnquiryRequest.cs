namespace Klapphaus.Contracts;

/// <summary>Body of <c>PUT /api/stands/{stand}/enquiries/{id}</c>: a question to those who look after a stand.</summary>
public sealed record EnquiryRequest
{
    /// <summary>1 to 1,000 characters, on several lines.</summary>
    public string? Question { get; init; }
    /// <summary>none: in writing, in the house; inHouse: by being called there; email; telephone.</summary>
    public string? CallBack { get; init; }
    /// <summary>The address or number, where the answer is to come by that.</summary>
    public string? Reach { get; init; }
}
