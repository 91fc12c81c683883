using System.Security.Cryptography;
using Klapphaus.Grains.Members;
using Klapphaus.Grains.Stands;
using Microsoft.AspNetCore.DataProtection;

namespace Klapphaus.Server.Stands;

/// <summary>
/// Links by which a bag is read on another device. What stands in one is the bag and a random number, sealed by the house for this alone, so that nobody can
/// guess or make one; the bag knows which numbers still count.
/// </summary>
sealed class BagLinks(IDataProtectionProvider protection, IGrainFactory grains, TimeProvider time)
{
    const int NumberLength = 32;
    const char Between = '/';

    readonly IDataProtector protector = protection.CreateProtector("Klapphaus.BagLink.v1");

    /// <summary>A new link; null when there are as many as there may be.</summary>
    public async Task<(BagLinkState Link, string Token)?> AddAsync(string member) =>
        await grains.GetGrain<IBagGrain>(member).AddLink(RandomNumberGenerator.GetHexString(NumberLength, lowercase: true)) is { } link
            ? (link, Token(link.Id, member))
            : null;

    /// <summary>What stands in a link that somebody has made; another text each time. Null when there is no such link (any more).</summary>
    public async Task<string?> FindAsync(string member, string link) =>
        Array.Exists((await grains.GetGrain<IBagGrain>(member).Contents()).Links, l => l.Id == link) ? Token(link, member) : null;

    /// <summary>The id of the link, and what is in the bag that a token leads to; null when it leads to none (any more). Who may not be in the house hands nothing around in it.</summary>
    public async Task<(string Link, BagItemState[] Items)?> OpenAsync(string? token)
    {
        if (string.IsNullOrEmpty(token) || Read(token) is not [{ Length: NumberLength } id, { Length: > 0 } member]) return null;
        if (await grains.GetGrain<IBagGrain>(member).Shared(id) is not { } items) return null;
        return (await grains.GetGrain<IMemberGrain>(member).Export()).Ban?.IsInForce(time.GetUtcNow()) == true ? null : (id, items);
    }

    string Token(string link, string member) => protector.Protect($"{link}{Between}{member}");

    string[]? Read(string token)
    {
        try
        {
            return protector.Unprotect(token).Split(Between, 2);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
