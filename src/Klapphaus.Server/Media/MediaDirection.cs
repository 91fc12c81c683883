namespace Klapphaus.Server.Media;

/// <summary>The two connections of a browser with the media server.</summary>
enum MediaDirection
{
    /// <summary>From the browser.</summary>
    Publish,

    /// <summary>To the browser.</summary>
    Receive,
}
