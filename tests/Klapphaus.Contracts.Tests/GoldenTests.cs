using System.Runtime.CompilerServices;
using System.Text.Json;
using MessagePack;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Options;

namespace Klapphaus.Contracts.Tests;

/// <summary>
/// Every record of the wire as it has always been: the bytes beside this test are what clients of other versions send and expect. The web client reads the
/// same files. When a record gains a field: run with KLAPPHAUS_WRITE_GOLDEN=1 and look at the difference; fields are only ever added.
/// </summary>
public class GoldenTests
{
    static readonly MessagePackHubProtocol protocol = new MessagePackHubProtocol(Options.Create(new MessagePackHubProtocolOptions()));

    public static TheoryData<string> Names => [.. GoldenRecords.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheRecordIsWrittenAsItHasAlwaysBeen(string name)
    {
        var bytes = Bytes(GoldenRecords.All[name]);
        var file = Path.Combine(Folder(), name + ".bin");
        if (Environment.GetEnvironmentVariable("KLAPPHAUS_WRITE_GOLDEN") == "1") Write(file, name, bytes);
        Assert.Equal(Convert.ToHexString(File.ReadAllBytes(file)), Convert.ToHexString(bytes));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TheRecordIsReadBackAsItWas(string name)
    {
        var type = GoldenRecords.All[name].GetType();
        var message = (byte[])File.ReadAllBytes(Path.Combine(Folder(), name + ".bin"));
        var read = Read(message, type);
        Assert.Equal(JsonSerializer.Serialize(GoldenRecords.All[name], type), JsonSerializer.Serialize(read, type));
    }

    [Fact]
    public void EveryRecordOfTheWireHasItsGoldenFile()
    {
        var wire = typeof(IHouseHub).Assembly.GetExportedTypes().Where(t => t.GetCustomAttributes(typeof(MessagePackObjectAttribute), false).Length > 0).Select(t => t.Name);
        Assert.Equal(wire.Order(StringComparer.Ordinal), GoldenRecords.All.Where(r => r.Value is not byte[]).Select(r => r.Value.GetType().Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AMoveOfTheHotMessageSurvivesTheWay()
    {
        Span<byte> record = stackalloc byte[AvatarsMoved.RecordLength];
        AvatarsMoved.Write(record, 65535, 4095, 1, 254, 100);
        Assert.Equal(new(65535, 4095, 1, 254, 200), AvatarsMoved.Read(record));
        AvatarsMoved.Write(record, 0, 0, 4095, Protocol.Standing, 100_000);
        Assert.Equal(new(0, 0, 4095, Protocol.Standing, 510), AvatarsMoved.Read(record));
    }

    /// <summary>The whole SignalR message: one argument of an invocation, as both ends see it.</summary>
    static byte[] Bytes(object record) => protocol.GetMessageBytes(new InvocationMessage(record is byte[] ? AvatarsMoved.Target : "golden", [record])).ToArray();

    static object? Read(byte[] message, Type type)
    {
        var input = new System.Buffers.ReadOnlySequence<byte>(message);
        Assert.True(protocol.TryParseMessage(ref input, new Binder(type), out var parsed));
        return Assert.Single(Assert.IsType<InvocationMessage>(parsed).Arguments);
    }

    static void Write(string file, string name, byte[] bytes)
    {
        File.WriteAllBytes(file, bytes);
        if (GoldenRecords.All[name] is not byte[]) File.WriteAllText(Path.ChangeExtension(file, ".json"), JsonSerializer.Serialize(GoldenRecords.All[name], GoldenRecords.All[name].GetType(), json) + "\n");
    }

    static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "fixtures", "wire");

    sealed class Binder(Type type) : IInvocationBinder
    {
        public IReadOnlyList<Type> GetParameterTypes(string methodName) => [type];

        public Type GetReturnType(string invocationId) => type;

        public Type GetStreamItemType(string streamId) => type;
    }
}
