using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http.Connections.Client;

namespace Klapphaus.Client;

/// <summary>Trust in an authority that the machine does not know; name and dates of a certificate are still checked.</summary>
static class Trust
{
    public static RemoteCertificateValidationCallback In(X509Certificate2 authority) =>
        (_, certificate, _, errors) => errors switch
        {
            SslPolicyErrors.None => true,
            SslPolicyErrors.RemoteCertificateChainErrors when certificate is X509Certificate2 shown => LeadsTo(authority, shown),
            _ => false,
        };

    /// <summary>For both ways in which a hub connection speaks: requests and WebSocket.</summary>
    public static void In(X509Certificate2 authority, HttpConnectionOptions http)
    {
        var trusted = In(authority);
        http.HttpMessageHandlerFactory = handler =>
        {
            if (handler is HttpClientHandler client)
#pragma warning disable MA0039 // Nothing is waved through: what fails the machine's own check must pass this authority's, name and dates included.
                client.ServerCertificateCustomValidationCallback = (request, shown, chain, errors) => trusted(request, shown, chain, errors);
#pragma warning restore MA0039
            return handler;
        };
        http.WebSocketConfiguration = socket => socket.RemoteCertificateValidationCallback = trusted;
    }

    static bool LeadsTo(X509Certificate2 authority, X509Certificate2 shown)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(shown);
    }
}
