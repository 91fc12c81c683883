using Klapphaus.Desktop.Notices;
using Klapphaus.Desktop.Settings;
using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Tests.Settings;

public sealed class SettingKeysTests
{
    static readonly TimeZoneInfo berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    static readonly DateTimeOffset now = new(2026, 11, 27, 14, 0, 0, TimeSpan.FromHours(1));

    static string Set(string key, string value)
    {
        var (changed, refusal) = SettingKeys.Set(new(), key, value, now, berlin);
        return changed is null ? refusal.ToString() : SettingKeys.Show(changed, key, "de", berlin);
    }

    [Theory]
    [InlineData("house", "haus.example", "https://haus.example/")]
    [InlineData("house", "http://127.0.0.1:5000", "http://127.0.0.1:5000/")]
    [InlineData("language", "en", "en")]
    [InlineData("language", "system", "")]
    [InlineData("startAtLogin", "an", "on")]
    [InlineData("startAtLogin", "off", "off")]
    [InlineData("doNotDisturb", "on", "on")]
    [InlineData("doNotDisturb", "aus", "off")]
    [InlineData("doNotDisturb", "30m", "2026-11-27 14:30")]
    [InlineData("doNotDisturb", "2h", "2026-11-27 16:00")]
    [InlineData("doNotDisturb", "17:30", "2026-11-27 17:30")]
    [InlineData("doNotDisturb", "9:00", "2026-11-28 09:00")]
    [InlineData("doNotDisturb", "2026-12-24 12:00", "2026-12-24 12:00")]
    [InlineData("quietHours", "18:00-08:00", "18:00-08:00")]
    [InlineData("quietHours", "18:00-8:00 mo-fr", "18:00-08:00 mo,di,mi,do,fr")]
    [InlineData("quietHours", "22:00-07:00 sat,sun", nameof(Sentence.HoursUnusable))]
    [InlineData("quietHours", "22:00-07:00 sa-mo", "22:00-07:00 sa,so,mo")]
    [InlineData("quietHours", "22:00-07:00 th,we", "22:00-07:00 do,mi")]
    [InlineData("notices", "Bell, talk,bell", "bell,talk")]
    [InlineData("notices", "none", "none")]
    [InlineData("notices", "all", "bell,talk,message,announcement,appointment")]
    [InlineData("onDuty", "s0123456789abcdef0123456789abcdef", "s0123456789abcdef0123456789abcdef")]
    [InlineData("onDuty", "", "")]
    public void WhatIsTypedIsUnderstood(string key, string value, string shown) => Assert.Equal(shown, Set(key, value));

    [Theory]
    [InlineData("house", "http://haus.example", nameof(Sentence.HouseUnusable))]
    [InlineData("house", "https://ada:geheim@haus.example", nameof(Sentence.HouseUnusable))]
    [InlineData("house", "https://haus.example/#invitation=x", nameof(Sentence.HouseUnusable))]
    [InlineData("house", "ftp://haus.example", nameof(Sentence.HouseUnusable))]
    [InlineData("language", "fr", nameof(Sentence.LanguageUnusable))]
    [InlineData("startAtLogin", "vielleicht", nameof(Sentence.SwitchUnusable))]
    [InlineData("doNotDisturb", "gestern", nameof(Sentence.MomentUnusable))]
    [InlineData("doNotDisturb", "2020-01-01 10:00", nameof(Sentence.MomentUnusable))]
    [InlineData("doNotDisturb", "0h", nameof(Sentence.MomentUnusable))]
    [InlineData("quietHours", "18:00-18:00", nameof(Sentence.HoursUnusable))]
    [InlineData("quietHours", "18-8", nameof(Sentence.HoursUnusable))]
    [InlineData("quietHours", "18:00-08:00 immer", nameof(Sentence.HoursUnusable))]
    [InlineData("notices", "klingel", nameof(Sentence.KindsUnusable))]
    [InlineData("notices", "0", nameof(Sentence.KindsUnusable))]
    [InlineData("browser", "chromium", nameof(Sentence.BrowserUnusable))]
    [InlineData("browser", "/gibt/es/nicht", nameof(Sentence.BrowserUnusable))]
    [InlineData("onDuty", "Stadt Soest", nameof(Sentence.StandsUnusable))]
    [InlineData("farbe", "rot", nameof(Sentence.SettingUnknown))]
    public void WhatMeansNothingIsRefused(string key, string value, string refusal) => Assert.Equal(refusal, Set(key, value));

    [Fact]
    public void EachSettingCanBeShown()
    {
        foreach (var key in SettingKeys.All) Assert.NotNull(SettingKeys.Show(new(), key, "en", berlin));
        Assert.Equal(DesktopSettings.AllKinds, Enum.GetValues<NoticeKind>());
    }
}
