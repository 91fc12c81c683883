using System.Net;
using System.Net.Http.Json;
using Klapphaus.Contracts;

namespace Klapphaus.Server.Tests.Stage;

/// <summary>The way to the identity provider and back, as a browser goes it.</summary>
static class OpenIdSteps
{
    const string SetOut = "/api/sign-in/openid";

    /// <summary>Follows the link on the welcome page; ends at the provider's page, or where the house leads instead.</summary>
    public static async Task<Uri> SetOutAsync(this Browser browser, string query = "")
    {
        using var page = await browser.Http.GetAsync(SetOut + query);
        return page.RequestMessage!.RequestUri!;
    }

    /// <summary>Goes the whole way, and gives where it ended.</summary>
    public static async Task<Uri> SignInByProviderAsync(this Browser browser, string login, string query = "") =>
        await browser.FollowAsync(new($"{await browser.SetOutAsync(query)}&login={login}"));

    /// <summary>Goes as far as the provider's answer, and gives the address by which it sends one back to the house.</summary>
    public static Task<Uri> AnswerOfProviderAsync(this Browser browser, string login, string query = "") => browser.ChooseAsync($"login={login}", query);

    /// <summary>The same for who would rather not.</summary>
    public static Task<Uri> RefusalOfProviderAsync(this Browser browser, string query = "") => browser.ChooseAsync("decline=1", query);

    /// <summary>One step and no further: the house's own answer at this address.</summary>
    public static async Task<HttpResponseMessage> StepAsync(this Browser browser, Uri address)
    {
        using var still = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = browser.Cookies });
        return await still.GetAsync(address);
    }

    static async Task<Uri> ChooseAsync(this Browser browser, string choice, string query)
    {
        using var still = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var answer = await still.GetAsync(new Uri($"{await browser.SetOutAsync(query)}&{choice}"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!;
    }

    public static async Task<Uri> FollowAsync(this Browser browser, Uri address)
    {
        using var end = await browser.Http.GetAsync(address);
        return end.RequestMessage!.RequestUri!;
    }

    /// <summary>Who one is to the house; null for nobody.</summary>
    public static async Task<SessionView?> SessionAsync(this Browser browser)
    {
        using var response = await browser.Http.GetAsync("/api/session");
        return response.StatusCode == HttpStatusCode.Unauthorized ? null : await response.Content.ReadFromJsonAsync<SessionView>();
    }
}
