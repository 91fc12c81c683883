using BenchmarkDotNet.Attributes;
using Klapphaus.Client;
using Klapphaus.Contracts;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Klapphaus.Benchmarks.Micro;

/// <summary>The hot message: serialised once for all who get it, and taken in by the .NET client.</summary>
public class MessageBenchmarks
{
    readonly MessagePackHubProtocol protocol = new();
    readonly RoomPicture picture = new(TimeProvider.System);
    byte[] frame = [];

    [Params(10, 50, 200)]
    public int Records { get; set; }

    [GlobalSetup]
    public void Setup() => frame = Walkers.Frame(Records);

    [Benchmark]
    public int Serialise() => new SerializedHubMessage(new InvocationMessage(AvatarsMoved.Target, [frame])).GetSerializedMessage(protocol).Length;

    [Benchmark]
    public void TakeIn() => picture.Apply(frame);
}
