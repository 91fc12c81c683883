using Klapphaus.Contracts;

namespace Klapphaus.Client;

/// <summary>How a call ended: granted, refused with a code, or not answered in time.</summary>
/// <param name="Error"><see cref="ErrorCode.None"/> when it was granted.</param>
/// <param name="Value">The answer; may be there with a refusal too.</param>
/// <param name="Fault">The server's own words when a call failed in it; for logs and tests, not for people.</param>
public readonly record struct Reply<T>(ErrorCode Error, T? Value = default, string? Fault = null)
{
    public bool Granted => Error == ErrorCode.None;
}
