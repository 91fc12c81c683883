using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using StackExchange.Redis;

namespace Klapphaus.Server.Store;

/// <summary>The keys that sign sessions and invitations, kept in the store: every process of the house has the same, and a restart keeps people signed in.</summary>
sealed class KeyRing(IConnectionMultiplexer store) : IXmlRepository
{
    const string Key = "klapphaus/keys";

    public IReadOnlyCollection<XElement> GetAllElements() => [.. store.GetDatabase().ListRange(Key).Select(k => XElement.Parse(k.ToString()))];

    public void StoreElement(XElement element, string friendlyName) => store.GetDatabase().ListRightPush(Key, element.ToString(SaveOptions.DisableFormatting));
}
