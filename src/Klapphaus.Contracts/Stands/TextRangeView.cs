namespace Klapphaus.Contracts;

/// <summary>A part of a text, in UTF-16 units.</summary>
public sealed record TextRangeView
{
    public required int Start { get; init; }
    public required int Length { get; init; }
}
