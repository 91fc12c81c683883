using Klapphaus.Server.Members;
using Orleans.Persistence.Redis;
using StackExchange.Redis;

namespace Klapphaus.Server.Web;

/// <summary>A house that does not answer, or whose store takes nothing, is said to be so: what was asked for can be asked for again.</summary>
static class HouseFaults
{
    public static async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        try
        {
            return await next(call);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException or RedisStorageException or RedisException)
        {
            return Problems.Of(call.HttpContext, ErrorCode.Unavailable);
        }
    }
}
