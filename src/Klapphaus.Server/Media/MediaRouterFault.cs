namespace Klapphaus.Server.Media;

/// <summary>The media server cannot be reached, does not answer, or refuses.</summary>
sealed class MediaRouterFault : Exception
{
    public MediaRouterFault(string message, int code = 0) : base(message) => Code = code;

    public MediaRouterFault(string message, Exception inner) : base(message, inner)
    {
    }

    /// <summary>The media server's own number for why it refuses; 0 when it was not reached.</summary>
    public int Code { get; }
}
