using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Klapphaus.Contracts;

namespace Klapphaus.Server.Tests.Stage;

/// <summary>HTTP as a browser speaks it, with a jar of cookies of its own.</summary>
sealed class Browser : IDisposable
{
    readonly HttpClient http;

    public Browser(Uri house) => http = new(new SocketsHttpHandler { CookieContainer = Cookies }) { BaseAddress = house };

    public CookieContainer Cookies { get; } = new();

    public HttpClient Http => http;

    public Task<HttpResponseMessage> PostSessionAsync(SessionRequest request, bool token = false) =>
        http.PostAsJsonAsync(token ? "/api/session?token=true" : "/api/session", request);

    public async Task<SessionView> SignInAsync(SessionRequest request, bool token = false)
    {
        using var response = await PostSessionAsync(request, token);
        Assert.True(response.IsSuccessStatusCode, $"{request.Name} could not sign in: {response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return (await response.Content.ReadFromJsonAsync<SessionView>())!;
    }

    /// <summary>Checks that it is a refusal in the form of the house, and takes the number and the sentence out.</summary>
    public static async Task<(ErrorCode Code, string Detail)> RefusalOf(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.Content.Headers.ContentType?.MediaType == "application/problem+json", $"{response.StatusCode} {response.Content.Headers.ContentType}: {text}");
        using var problem = JsonDocument.Parse(text);
        return ((ErrorCode)problem.RootElement.GetProperty("code").GetInt32(), problem.RootElement.GetProperty("detail").GetString()!);
    }

    public void Dispose() => http.Dispose();
}
