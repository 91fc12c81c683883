using Klapphaus.Server.Members;

namespace Klapphaus.Server.Limits;

/// <summary>How often one address may sign in. A town hall is behind one address, so it is generous; a machine that guesses is still slowed down.</summary>
static class SignInLimit
{
    public static void AddSignInLimit(this IServiceCollection services, int perMinute) =>
        services.AddSingleton(CallLimit.PerMinute(SessionEndpoints.RateLimit, ClientAddress.Of, perMinute));
}
