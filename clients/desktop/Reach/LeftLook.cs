namespace Klapphaus.Desktop.Reach;

/// <summary>What a look at the house has found.</summary>
/// <param name="Came">What is new; it will not be found again.</param>
/// <param name="Trouble">Why not all was seen and it has to be looked again; <see cref="ErrorCode.None"/> when all was.</param>
readonly record struct LeftLook(IReadOnlyList<LeftNews> Came, ErrorCode Trouble);
