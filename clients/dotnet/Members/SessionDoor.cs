using System.Net.Http.Json;
using System.Net.Security;
using System.Text.Json;
using Klapphaus.Contracts;

namespace Klapphaus.Client;

/// <summary>Signs a guest in.</summary>
static class SessionDoor
{
    // One for all members of this process, so it must keep no cookies: the next guest would come in as the one before.
    static readonly HttpClient Http = NewClient();

    public static async Task<SessionView> OpenAsync(HouseClientOptions options, CancellationToken cancellation)
    {
        var request = new SessionRequest { Name = options.Name, Affiliation = options.Affiliation, Invitation = options.Invitation };
        using var special = options.Authority is { } authority ? NewClient(Trust.In(authority)) : null;
        using var response = await (special ?? Http).PostAsJsonAsync(options.UriOf("/api/session?token=true"), request, cancellation);
        if (!response.IsSuccessStatusCode)
            throw await RefusalAsync(response, cancellation);
        var session = await response.Content.ReadFromJsonAsync<SessionView>(cancellation);
        return session is { Token: not null }
            ? session
            : throw new HouseRefusedException(ErrorCode.Unexpected, "The house signed us in without a token.");
    }

    static HttpClient NewClient(RemoteCertificateValidationCallback? trust = null) => new(new SocketsHttpHandler
    {
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        SslOptions = new() { RemoteCertificateValidationCallback = trust },
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    static async Task<HouseRefusedException> RefusalAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var text = await response.Content.ReadAsStringAsync(cancellation);
        var status = (int)response.StatusCode;
        try
        {
            using var problem = JsonDocument.Parse(text);
            if (problem.RootElement.TryGetProperty("code", out var code) && code.TryGetInt32(out var number))
                return new((ErrorCode)number, $"Status {status}.");
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // A proxy's own page, not an answer of the house: the status must do.
        }
        return new(status is 408 or 429 or >= 500 ? ErrorCode.Unavailable : ErrorCode.Unexpected, $"Status {status}.");
    }
}
