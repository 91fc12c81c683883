using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using Klapphaus.Contracts;

namespace Klapphaus.Server.Tests.Stage;

/// <summary>What organisers do with invitations.</summary>
static partial class Organiser
{
    /// <summary>Somebody who came by the link that the house printed.</summary>
    public static async Task<Browser> OrganiserAsync(this TestHouse house)
    {
        var browser = new Browser(house.Address);
        await browser.SignInAsync(new() { Name = "Olga", Invitation = house.Invitation });
        return browser;
    }

    public static async Task<InvitationView> IssueAsync(this Browser olga, string role = "guest", string[]? rooms = null, int uses = 0)
    {
        var request = new InvitationRequest { Label = "Netzwerktag", Role = role, Rooms = rooms, Expires = TimeProvider.System.GetUtcNow() + TimeSpan.FromDays(1), Uses = uses };
        using var response = await olga.Http.PostAsJsonAsync("/api/invitations", request);
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return (await response.Content.ReadFromJsonAsync<InvitationView>())!;
    }

    public static async Task<InvitationView[]> ListAsync(this Browser olga) => (await olga.Http.GetFromJsonAsync<InvitationView[]>("/api/invitations"))!;

    public static async Task<InvitationView> FindAsync(this Browser olga, string id) => Assert.Single(await olga.ListAsync(), i => i.Id == id);

    public static async Task<HttpStatusCode> RevokeAsync(this Browser olga, string id, bool signOut = false)
    {
        using var response = await olga.Http.DeleteAsync($"/api/invitations/{id}?signOut={(signOut ? "true" : "false")}");
        return response.StatusCode;
    }

    /// <summary>Sends a list of guests as a spreadsheet has saved it.</summary>
    public static Task<HttpResponseMessage> SendGuestsAsync(this Browser olga, byte[] table, string more = "", string type = "text/csv")
    {
        var content = new ByteArrayContent(table);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        var expires = Uri.EscapeDataString((TimeProvider.System.GetUtcNow() + TimeSpan.FromDays(1)).ToString("O"));
        return olga.Http.PostAsync($"/api/invitations/guest-list?label=G%C3%A4ste&expires={expires}{more}", content);
    }

    /// <summary>The tokens of everybody on the list.</summary>
    public static async Task<string[]> TokensAsync(this Browser olga, string table)
    {
        using var response = await olga.SendGuestsAsync(Encoding.UTF8.GetBytes(table));
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return [.. Token().Matches(await response.Content.ReadAsStringAsync()).Select(m => m.Groups["token"].Value)];
    }

    [GeneratedRegex(@"#invitation=(?<token>[\w-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
