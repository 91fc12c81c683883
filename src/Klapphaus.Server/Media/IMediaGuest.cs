namespace Klapphaus.Server.Media;

/// <summary>Whoever has a place at the media server; called on foreign threads, and not to be kept waiting.</summary>
interface IMediaGuest
{
    /// <summary>The media server offers to send (SDP), and what each of its ways carries. The browser's answer goes to <see cref="IMediaPlace.AnswerAsync"/>.</summary>
    void Offered(string offer, IReadOnlyList<MediaStreamView> streams);

    /// <summary>The others, or what they offer, have changed: <see cref="IMediaPlace.ReceiveAsync"/> is to be called again.</summary>
    void OthersChanged();

    /// <summary>The place is gone, or the connection to the media server.</summary>
    void Lost();
}
