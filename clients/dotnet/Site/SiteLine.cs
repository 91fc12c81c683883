using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using Klapphaus.Contracts;

namespace Klapphaus.Client;

/// <summary>Asks a house by HTTP, as somebody who is signed in: within the time for a call, and answered with a value or a number.</summary>
sealed class SiteLine : IDisposable
{
    /// <summary>No list of the house is near that; whatever answers with more is no house.</summary>
    const int MostBytes = 16 * 1024 * 1024;

    const int PieceBytes = 64 * 1024;

    readonly HouseClientOptions options;
    readonly HttpClient http;

    public SiteLine(HouseClientOptions options, string language)
    {
        this.options = options;
        var handler = new SocketsHttpHandler
        {
            // The token says who asks, and it goes to this house alone.
            UseCookies = false,
            AllowAutoRedirect = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        };
        if (options.Authority is { } authority)
            handler.SslOptions = new() { RemoteCertificateValidationCallback = Trust.In(authority) };
        http = new(handler) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = MostBytes };
        if (options.Token is { Length: > 0 } token)
            http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        http.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
    }

    /// <summary>Asks for something that is answered with a value; granted, it is there.</summary>
    public Task<Reply<T>> AskAsync<T>(HttpMethod method, string path, object? body, CancellationToken cancellation) => LimitAsync<T>(
        async limit =>
        {
            using var request = Request(method, path, body);
            using var answer = await http.SendAsync(request, limit);
            if (!answer.IsSuccessStatusCode)
            {
                var (error, refusal) = await RefusalAsync(answer, limit);
                return new(error, Fault: refusal?.Detail);
            }
            return await answer.Content.ReadFromJsonAsync<T>(limit) is { } value ? new(ErrorCode.None, value) : new(ErrorCode.Unexpected, Fault: "The answer is empty.");
        },
        cancellation);

    /// <summary>Asks for something that is there anyway.</summary>
    public Task<Reply<T>> ReadAsync<T>(string path, CancellationToken cancellation) => AskAsync<T>(HttpMethod.Get, path, body: null, cancellation);

    /// <summary>Asks for something to be done: answered with nothing, or with the refusal.</summary>
    public Task<Reply<RefusalView>> DoAsync(HttpMethod method, string path, object? body, CancellationToken cancellation) => LimitAsync<RefusalView>(
        async limit =>
        {
            using var request = Request(method, path, body);
            using var answer = await http.SendAsync(request, limit);
            if (answer.IsSuccessStatusCode)
                return new(ErrorCode.None);
            var (error, refusal) = await RefusalAsync(answer, limit);
            return new(error, refusal, refusal?.Detail);
        },
        cancellation);

    /// <summary>Loads a file of any size. The time for a call is that for the next piece of it: a line that has gone silent ends the call.</summary>
    /// <exception cref="IOException">The <paramref name="target"/> cannot be written to.</exception>
    public async Task<Reply<SiteFile>> LoadAsync(string path, Stream target, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(options.CallTimeout, options.TimeProvider);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        ExceptionDispatchInfo? full = null;
        var reply = await MendAsync<SiteFile>(
            async () =>
            {
                using var request = Request(HttpMethod.Get, path, body: null);
                using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
                if (!answer.IsSuccessStatusCode)
                {
                    var (error, refusal) = await RefusalAsync(answer, both.Token);
                    return new(error, Fault: refusal?.Detail);
                }
                await using var content = await answer.Content.ReadAsStreamAsync(both.Token);
                var piece = new byte[PieceBytes];
                long bytes = 0;
                while (await content.ReadAsync(piece, both.Token) is > 0 and var count)
                {
                    try
                    {
                        await target.WriteAsync(piece.AsMemory(0, count), both.Token);
                    }
                    catch (IOException failure)
                    {
                        // A full disk here is not a house that does not answer.
                        full = ExceptionDispatchInfo.Capture(failure);
                        return default;
                    }
                    bytes += count;
                    limit.CancelAfter(options.CallTimeout);
                }
                var disposition = answer.Content.Headers.ContentDisposition;
                return new(ErrorCode.None, new((disposition?.FileNameStar ?? disposition?.FileName ?? "").Trim('"'), bytes));
            },
            cancellation);
        full?.Throw();
        return reply;
    }

    public void Dispose() => http.Dispose();

    HttpRequestMessage Request(HttpMethod method, string path, object? body) => new(method, options.UriOf(path))
    {
        Content = body is null ? null : JsonContent.Create(body, body.GetType()),
    };

    async Task<Reply<T>> LimitAsync<T>(Func<CancellationToken, Task<Reply<T>>> call, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(options.CallTimeout, options.TimeProvider);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        return await MendAsync(() => call(both.Token), cancellation);
    }

    static async Task<Reply<T>> MendAsync<T>(Func<Task<Reply<T>>> call, CancellationToken cancellation)
    {
        try
        {
            return await call();
        }
        catch (JsonException unreadable)
        {
            // Granted by its status, and yet not what the house says: a proxy's page, or a house of another time.
            return new(ErrorCode.Unexpected, Fault: unreadable.Message);
        }
        catch (Exception failure) when (NetFailure.Is(failure) && !cancellation.IsCancellationRequested)
        {
            return new(ErrorCode.Unavailable, Fault: failure.Message);
        }
    }

    static async Task<(ErrorCode Error, RefusalView? Refusal)> RefusalAsync(HttpResponseMessage answer, CancellationToken limit)
    {
        var text = await answer.Content.ReadAsStringAsync(limit);
        try
        {
            if (JsonSerializer.Deserialize<RefusalView>(text, JsonSerializerOptions.Web) is { Code: not 0 } refusal)
                return ((ErrorCode)refusal.Code, refusal);
        }
        catch (JsonException)
        {
            // A proxy's own page, not an answer of the house: the status must do.
        }
        return (answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized => ErrorCode.SignInNeeded,
            HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => ErrorCode.Unavailable,
            _ => ErrorCode.Unexpected,
        }, null);
    }
}
