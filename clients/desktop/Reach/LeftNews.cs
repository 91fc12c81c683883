using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Reach;

/// <summary>Something of one kind that has come since it was looked.</summary>
/// <param name="News">As the house tells it.</param>
/// <param name="Count">How many, at least 1.</param>
readonly record struct LeftNews(EnquiriesChangedEvent News, int Count);
