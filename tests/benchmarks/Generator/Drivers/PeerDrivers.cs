namespace Klapphaus.Benchmarks.Generator.Drivers;

/// <summary>The drivers by the names that run.sh uses.</summary>
static class PeerDrivers
{
    /// <summary>Makes a client; workload stroll is told, since some protocols are used differently in it.</summary>
    public static PeerClient Create(string driver, int id, int port, IUpdateSink sink, bool stroll) => driver switch
    {
        "klapphaus" => new KlapphausClient(id, port, sink, stroll, talks: true),
        "klapphaus-alone" => new KlapphausClient(id, port, sink, stroll, talks: false),
        "signalr" => new SignalRClient(id, port, sink),
        "socketio" => new SocketIoClient(id, port, sink),
        "colyseus" => new ColyseusClient(id, port, sink, stroll),
        "ws" => new RecordsClient(id, port, sink, "/"),
        "kestrel-ws" => new RecordsClient(id, port, sink, "/ws"),
        _ => throw new ArgumentException($"There is no driver '{driver}'.", nameof(driver)),
    };
}
