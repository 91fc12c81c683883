using System.Net;
using Klapphaus.Server.House;
using Klapphaus.Server.Members;
using Klapphaus.Server.Store;
using Microsoft.AspNetCore.Connections;

namespace Klapphaus.Server.Start;

/// <summary>A running house: store, silo and gateway in one process.</summary>
sealed class HouseHost : IAsyncDisposable
{
    readonly WebApplication app;
    readonly HouseStore store;

    HouseHost(WebApplication app, HouseStore store) => (this.app, this.store) = (app, store);

    /// <summary>Where the house is, as a browser on this machine reaches it.</summary>
    public Uri Address { get; private init; } = null!;

    /// <summary>What the operator is told: the address, and an invitation for the organiser.</summary>
    public string Greeting { get; private init; } = "";

    public IServiceProvider Services => app.Services;

    /// <summary>Starts everything and returns when the house can be entered.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="parts">Parts that stand in for the house's own.</param>
    /// <exception cref="StartFault">It cannot, and why.</exception>
    public static async Task<HouseHost> StartAsync(string[] args, Action<IServiceCollection>? parts = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelHttpsConfiguration();
        var options = HouseOptions.Read(builder.Configuration);
        var folder = options.HasRooms ? HouseFolder.Prepare(options.PlansFolder) : null;
        var opened = await HouseStore.OpenAsync(builder.Configuration.GetConnectionString("redis"), options.DataPath);
        try
        {
            builder.AddHouse(options, opened, folder);
            parts?.Invoke(builder.Services);
            var open = false;
            // why it does not start is told in one line, not in the framework's forty
            builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => open && level >= LogLevel.Warning);
            var built = builder.Build();
            built.MapHouse(options);
            if (options.HasClients) await FirstKey.MakeAsync(built.Services);
            await StartAsync(built);
            open = true;
            try
            {
                var address = AddressOf(built);
                return new(built, opened) { Address = address, Greeting = await GreetAsync(built, address, options) };
            }
            catch
            {
                await CloseAsync(built);
                throw;
            }
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    public Task WaitForShutdownAsync() => app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await store.DisposeAsync();
    }

    static async Task StartAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            await CloseAsync(app);
            throw new StartFault(OperatorWords.Of(
                $"Die Adresse ist schon vergeben ({e.Message}) Beenden Sie das andere Programm, oder wählen Sie eine andere: --urls http://localhost:5001",
                $"The address is taken already ({e.Message}) Stop the other program, or choose another: --urls http://localhost:5001"));
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            await CloseAsync(app);
            throw new StartFault(OperatorWords.Of("Beendet, bevor das Klapphaus offen war.", "Stopped before the Klapphaus was open."));
        }
        catch
        {
            await CloseAsync(app);
            throw;
        }
    }

    /// <summary>
    /// Stops what has started already. Disposing alone would take the services away from under it, and would leave a silo on the list of a cluster that waits for it.
    /// </summary>
    static async Task CloseAsync(WebApplication app)
    {
        try
        {
            await app.StopAsync();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // why it did not start is what counts, and is on its way
        }
        await app.DisposeAsync();
    }

    static Uri AddressOf(WebApplication app)
    {
        var url = new UriBuilder(app.Urls.First().Replace("://+", "://localhost", StringComparison.Ordinal).Replace("://*", "://localhost", StringComparison.Ordinal));
        if (IPAddress.TryParse(url.Host.Trim('[', ']'), out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any))) url.Host = "localhost";
        return url.Uri;
    }

    static async Task<string> GreetAsync(WebApplication app, Uri address, HouseOptions options)
    {
        if (!options.HasClients)
            return OperatorWords.Of(
                $"{Environment.NewLine}Das Klapphaus führt hier Räume (Rolle silo); Zustand: {address}healthz/ready{Environment.NewLine}",
                $"{Environment.NewLine}The Klapphaus keeps rooms here (role silo); state: {address}healthz/ready{Environment.NewLine}");
        var process = $"{Environment.MachineName} {app.Configuration["urls"] ?? address.ToString()}";
        var invitation = await app.Services.GetRequiredService<Invitations>().PrintAsync(process) is { } token
            ? $"{address}#invitation={token}"
            : OperatorWords.Of("gerade nicht zu haben; beim nächsten Start", "not to be had just now; at the next start");
        return OperatorWords.Of(
            $"""

            Das Klapphaus ist offen:       {address}
            Einladung für Veranstalter:    {invitation}
            Daten:                         {options.DataPath}
            Räume (Tiled-Pläne):           {options.PlansFolder}

            """,
            $"""

            The Klapphaus is open:         {address}
            Invitation for the organiser:  {invitation}
            Data:                          {options.DataPath}
            Rooms (Tiled plans):           {options.PlansFolder}

            """);
    }
}
