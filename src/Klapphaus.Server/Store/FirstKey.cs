using Microsoft.AspNetCore.DataProtection;
using StackExchange.Redis;

namespace Klapphaus.Server.Store;

/// <summary>
/// Processes that start at once on an empty store would each make a key of their own, and what one has signed would mean nothing to the others until they read
/// all keys anew, each caller for itself and holding up a thread. So one makes it, and the others wait that long before anybody comes in.
/// </summary>
static class FirstKey
{
    static readonly RedisKey door = "klapphaus/keys/first";
    static readonly TimeSpan longest = TimeSpan.FromSeconds(10);
    static readonly TimeSpan look = TimeSpan.FromMilliseconds(50);

    public static async Task MakeAsync(IServiceProvider services)
    {
        var store = services.GetRequiredService<IConnectionMultiplexer>().GetDatabase();
        var time = services.GetRequiredService<TimeProvider>();
        var own = Guid.NewGuid().ToString("N");
        // whoever holds the door for longer has died
        for (var began = time.GetTimestamp(); !await store.LockTakeAsync(door, own, longest) && time.GetElapsedTime(began) < longest;) await Task.Delay(look, time);
        try
        {
            services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Klapphaus.FirstKey").Protect("");
        }
        finally
        {
            await store.LockReleaseAsync(door, own);
        }
    }
}
