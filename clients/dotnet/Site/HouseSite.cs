using Klapphaus.Contracts;

namespace Klapphaus.Client;

/// <summary>
/// The house's HTTP interface, for a program that is signed in: stands, what one leaves at them and takes along, and one's card. Every call ends within
/// <see cref="HouseClientOptions.CallTimeout"/> with an <see cref="ErrorCode"/>; only a cancellation is thrown. What the house says to a refusal, in the language
/// that was asked for, is in <see cref="Reply{T}.Fault"/>.
/// </summary>
public sealed partial class HouseSite : IDisposable
{
    readonly SiteLine line;

    /// <param name="options">Which house; the <see cref="HouseClientOptions.Token"/> says who asks.</param>
    /// <param name="language">In which the house is to say why it refuses something, as in BCP 47.</param>
    public HouseSite(HouseClientOptions options, string language = "de") => line = new(options, language);

    /// <summary>What identifies one act, so that the same one sent twice is done once: 32 random hexadecimal digits.</summary>
    public static string NewAct() => Guid.NewGuid().ToString("N");

    /// <summary>As whom one is signed in.</summary>
    public Task<Reply<SessionView>> SessionAsync(CancellationToken cancellation = default) => line.ReadAsync<SessionView>("/api/session", cancellation);

    /// <summary>What may be known of the house before signing in.</summary>
    public Task<Reply<HouseView>> HouseAsync(CancellationToken cancellation = default) => line.ReadAsync<HouseView>("/api/house", cancellation);

    /// <summary>Everything that the house keeps about the one who asks.</summary>
    public Task<Reply<MyDataView>> MeAsync(CancellationToken cancellation = default) => line.ReadAsync<MyDataView>("/api/me", cancellation);

    public void Dispose() => line.Dispose();

    static string Segment(string id) => Uri.EscapeDataString(id);
}
