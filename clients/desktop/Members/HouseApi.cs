using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Members;

/// <summary>What this program asks the house beside the hub. Nothing is followed elsewhere: a token goes to the house and nowhere else.</summary>
sealed class HouseApi : IDisposable
{
    /// <summary>So long an answer may take.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(15);

    readonly string root;
    readonly HttpClient http;

    /// <param name="house">Its root; it may live under a path of its host.</param>
    /// <param name="language">In which it says why it refuses: de or en.</param>
    public HouseApi(Uri house, string language)
    {
        (House, Language) = (house, language);
        root = house.AbsoluteUri.TrimEnd('/');
        http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20) }) { Timeout = patience };
        http.DefaultRequestHeaders.AcceptLanguage.Add(new(language));
    }

    public Uri House { get; }

    /// <summary>de or en.</summary>
    public string Language { get; }

    /// <summary>What may be known before signing in.</summary>
    public Task<HouseAnswer<HouseView>> LookAsync(CancellationToken cancellation) => AskAsync<HouseView>(HttpMethod.Get, "/api/house", null, null, cancellation);

    /// <summary>For whom an invitation is; null with no error when it lets in nobody.</summary>
    public Task<HouseAnswer<InvitationPreview>> PreviewAsync(string invitation, CancellationToken cancellation) =>
        AskAsync<InvitationPreview>(HttpMethod.Post, "/api/session/invitation", null, new SessionRequest { Invitation = invitation }, cancellation);

    /// <summary>Signs in by an invitation; the answer has a token.</summary>
    public Task<HouseAnswer<SessionView>> SignInAsync(SessionRequest request, CancellationToken cancellation) =>
        AskAsync<SessionView>(HttpMethod.Post, "/api/session?token=true", null, request, cancellation);

    /// <summary>A session of its own for a single-use code; the answer has a token.</summary>
    /// <param name="code">As the house gave it.</param>
    /// <param name="verifier">That belongs to the challenge for which it was given; null where there was none.</param>
    /// <param name="cancellation">To give up earlier.</param>
    public Task<HouseAnswer<SessionView>> RedeemAsync(string code, string? verifier, CancellationToken cancellation) =>
        AskAsync<SessionView>(HttpMethod.Post, "/api/session/redeem?token=true", null, new { code, verifier }, cancellation);

    public Task<HouseAnswer<SessionView>> WhoAmIAsync(AccessToken token, CancellationToken cancellation) =>
        AskAsync<SessionView>(HttpMethod.Get, "/api/session", token, null, cancellation);

    /// <summary>A code by which a browser comes in as the same member.</summary>
    public Task<HouseAnswer<SignInCode>> CodeAsync(AccessToken token, CancellationToken cancellation) =>
        AskAsync<SignInCode>(HttpMethod.Post, "/api/session/code", token, null, cancellation);

    /// <summary>Ends the session at the house, wherever it is used.</summary>
    public async Task<ErrorCode> SignOutAsync(AccessToken token, CancellationToken cancellation) =>
        (await AskAsync<SessionView>(HttpMethod.Delete, "/api/session", token, null, cancellation)).Error;

    public Task<HouseAnswer<StandCardView[]>> StandsAsync(AccessToken token, CancellationToken cancellation) =>
        AskAsync<StandCardView[]>(HttpMethod.Get, "/api/stands", token, null, cancellation);

    /// <summary>The talks that one has booked oneself.</summary>
    public Task<HouseAnswer<StandTimesView[]>> OwnTimesAsync(AccessToken token, CancellationToken cancellation) =>
        AskAsync<StandTimesView[]>(HttpMethod.Get, "/api/times", token, null, cancellation);

    public Task<HouseAnswer<StandTimesView>> TimesAsync(AccessToken token, string stand, CancellationToken cancellation) =>
        AskAsync<StandTimesView>(HttpMethod.Get, $"/api/stands/{stand}/times", token, null, cancellation);

    /// <summary>What was left at a stand, for those who may read it.</summary>
    public Task<HouseAnswer<EnquiriesView>> EnquiriesAsync(AccessToken token, string stand, CancellationToken cancellation) =>
        AskAsync<EnquiriesView>(HttpMethod.Get, $"/api/stands/{stand}/enquiries", token, null, cancellation);

    /// <summary>One's own cards and questions, with the answers.</summary>
    public Task<HouseAnswer<CardsView>> CardsAsync(AccessToken token, CancellationToken cancellation) =>
        AskAsync<CardsView>(HttpMethod.Get, "/api/me/cards", token, null, cancellation);

    public void Dispose() => http.Dispose();

    async Task<HouseAnswer<T>> AskAsync<T>(HttpMethod method, string path, AccessToken? token, object? body, CancellationToken cancellation)
        where T : class
    {
        using var request = new HttpRequestMessage(method, root + path);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Reveal());
        if (body is not null) request.Content = JsonContent.Create(body, body.GetType());
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            if (!response.IsSuccessStatusCode) return await RefusalAsync<T>(response, cancellation);
            var text = await response.Content.ReadAsStringAsync(cancellation);
            return new(text.Length == 0 ? null : JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web));
        }
        catch (JsonException)
        {
            return new(null, ErrorCode.Unexpected); // without its words: they may quote the answer
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return new(null, ErrorCode.Unavailable);
        }
    }

    static async Task<HouseAnswer<T>> RefusalAsync<T>(HttpResponseMessage response, CancellationToken cancellation)
        where T : class
    {
        try
        {
            if (await response.Content.ReadFromJsonAsync<Problem>(cancellation) is { Code: not 0 } problem) return new(null, (ErrorCode)problem.Code, problem.Detail ?? "");
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException)
        {
            // a proxy's own page, or an answer without a body: the status must do
        }
        return new(null, (int)response.StatusCode switch
        {
            401 => ErrorCode.SignInNeeded,
            408 or 429 or >= 500 => ErrorCode.Unavailable,
            _ => ErrorCode.Unexpected,
        });
    }

    /// <summary>The part of a refusal that is read (<see cref="RefusalView"/>), whatever else a proxy makes of it.</summary>
    sealed class Problem
    {
        public int Code { get; init; }

        public string? Detail { get; init; }
    }
}
