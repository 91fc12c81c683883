using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Extensions;

namespace Klapphaus.Server.Members.OpenId;

/// <summary>
/// Where somebody comes out who went to the identity provider: at this house's door, whatever an address said. The room that they wanted travels in the
/// state that only the house can read; the number of a refusal stands in the address, and the page says it in words.
/// </summary>
static class WelcomeAddress
{
    const string Door = "/";
    const string Room = "room";
    const int LongestRoom = 64;

    public static AuthenticationProperties Remember(string? room)
    {
        var properties = new AuthenticationProperties { RedirectUri = Door };
        if (room is { Length: > 0 and <= LongestRoom }) properties.Items[Room] = room;
        return properties;
    }

    public static string Of(AuthenticationProperties? remembered, ErrorCode error)
    {
        var query = new QueryBuilder();
        if (remembered?.Items.TryGetValue(Room, out var room) is true && room is not null) query.Add("raum", room);
        if (error != ErrorCode.None) query.Add("sign-in", $"{(int)error}");
        return Door + query;
    }
}
