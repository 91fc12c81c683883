namespace Klapphaus.Server.Media;

/// <summary>A media server as the house needs one: it gives people places in media rooms. Browsers never talk to it but through the house, apart from sound and picture themselves.</summary>
interface IMediaRouter
{
    /// <summary>Gives somebody a place in a media room, which is made when it is not there.</summary>
    /// <param name="room">The media room.</param>
    /// <param name="person">Under which name its sound and picture are offered to the others; the same person may have another place, too.</param>
    /// <param name="guest">Is told what comes of it.</param>
    /// <param name="stopping">Gives up.</param>
    /// <exception cref="MediaRouterFault">The media server cannot be reached, or refuses.</exception>
    Task<IMediaPlace> AdmitAsync(string room, string person, IMediaGuest guest, CancellationToken stopping);
}
