using System.Text.Json;
using System.Text.Json.Serialization;
using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Settings;

/// <summary>The file of the settings, which people may write in, too.</summary>
sealed class SettingsFile(string path, TimeProvider time)
{
    /// <summary>More than anybody chooses; a larger file is not one of ours.</summary>
    const int MostBytes = 256 * 1024;

    const int MostTries = 5;

    static readonly TimeSpan pause = TimeSpan.FromMilliseconds(50);

    static readonly JsonSerializerOptions form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>What stands in it. One that cannot be understood is kept beside, under another name, and all is as at the first start.</summary>
    public SettingsReading Read()
    {
        for (var tries = 1; ; tries++)
        {
            if (!File.Exists(path)) return new(new());
            try
            {
                return Understand() is { } settings ? new(settings) : new(new(), SetAside());
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // somebody looks through it for a moment, a virus scanner for instance
                if (tries == MostTries) return new(new(), IsHeld: true);
                Thread.Sleep(pause);
            }
        }
    }

    DesktopSettings? Understand()
    {
        if (new FileInfo(path).Length > MostBytes) return null;
        try
        {
            return JsonSerializer.Deserialize<DesktopSettings>(File.ReadAllBytes(path), form) is { } settings && IsUsable(settings) ? settings : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Write(DesktopSettings settings) => OwnerOnly.Write(path, JsonSerializer.SerializeToUtf8Bytes(settings with { Version = DesktopSettings.CurrentVersion }, form));

    static bool IsUsable(DesktopSettings settings) =>
        settings is { Version: >= 1 and <= DesktopSettings.CurrentVersion, Language: null or "de" or "en", Notices: not null, OnDuty: not null }
        && (settings.House is null || DesktopSettings.IsHouse(settings.House))
        && settings.QuietHours is not { Days: null }
        && Array.TrueForAll(settings.OnDuty, stand => stand is not null);

    /// <summary>Where it is now: where it was, when this user may not even move it.</summary>
    string SetAside()
    {
        var aside = $"{path}.{time.GetUtcNow():yyyyMMdd-HHmmss}.unreadable";
        try
        {
            File.Move(path, aside, overwrite: true);
            return aside;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return path;
        }
    }
}
