using Klapphaus.Contracts;

namespace Klapphaus.Client;

/// <summary>The house could not be entered; thrown by <see cref="HouseConnection.ConnectAsync"/> only.</summary>
public sealed class HouseRefusedException(ErrorCode code, string detail, Exception? inner = null)
    : Exception($"The house cannot be entered: {code} ({(int)code}). {detail}", inner)
{
    public ErrorCode Code => code;
}
