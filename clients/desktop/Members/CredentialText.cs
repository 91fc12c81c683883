using System.Text.Json;
using Klapphaus.Desktop.Settings;

namespace Klapphaus.Desktop.Members;

/// <summary>A sign-in as one word of letters and digits, as every store of every platform takes it.</summary>
static class CredentialText
{
    public static string Write(Credential credential)
    {
        var form = new Form(credential.House.AbsoluteUri, credential.Token.Reveal(), credential.Since);
        return Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(form));
    }

    /// <summary>Null for what is none.</summary>
    public static Credential? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Form>(Convert.FromBase64String(text.Trim())) is { House: { } house, Token: { Length: > 0 } token } form
                && Uri.TryCreate(house, UriKind.Absolute, out var address) && DesktopSettings.IsHouse(address)
                ? new(address, new(token), form.Since)
                : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException)
        {
            return null; // without its words: they may quote what they could not read
        }
    }

    /// <summary>Not a record: nothing here can be printed by accident.</summary>
    sealed class Form(string house, string token, DateTimeOffset since)
    {
        public string House => house;

        public string Token => token;

        public DateTimeOffset Since => since;
    }
}
