namespace Klapphaus.Server.Limits;

/// <summary>How often one address may look at stands on other sites. A town hall is behind one address, and a page may show many stands, so it is generous.</summary>
static class EmbedLimit
{
    public const string Policy = "embed";

    const int PerMinute = 600;

    public static void AddEmbedLimit(this IServiceCollection services) => services.AddSingleton(CallLimit.PerMinute(Policy, ClientAddress.Of, PerMinute));
}
