using System.Text.Json.Nodes;
using Klapphaus.World.Conversations;

namespace Klapphaus.Server.Media;

/// <summary>One person's place in a media room. Calls come one after the other. Disposed of, nothing goes in or out any more, whatever the browser does.</summary>
interface IMediaPlace : IAsyncDisposable
{
    /// <summary>Takes the browser's offer to send, and gives the answer to it (SDP).</summary>
    /// <exception cref="MediaRouterFault">The media server cannot be reached, or refuses.</exception>
    Task<string> PublishAsync(string offer);

    /// <summary>Nobody receives anything of this person any more.</summary>
    /// <inheritdoc cref="PublishAsync" path="/exception"/>
    Task UnpublishAsync();

    /// <summary>Whose sound and picture this person is to receive from now on, by person. Comes as an offer to <see cref="IMediaGuest.Offered"/>, for each as soon as it is there.</summary>
    /// <inheritdoc cref="PublishAsync" path="/exception"/>
    Task ReceiveAsync(IReadOnlyDictionary<string, MediaKinds> wanted);

    /// <summary>The browser's answer to the last offer (SDP).</summary>
    /// <inheritdoc cref="PublishAsync" path="/exception"/>
    Task AnswerAsync(string answer);

    /// <summary>A way by which the browser can be reached (an ICE candidate as browsers write it), or null when there are no more.</summary>
    /// <inheritdoc cref="PublishAsync" path="/exception"/>
    Task AddCandidateAsync(MediaDirection direction, JsonNode? candidate);
}
