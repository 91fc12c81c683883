using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Klapphaus.Contracts;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Klapphaus.Server.Tests.Stage;

/// <summary>Calls of the hub as they go over the wire. They are made from the contracts, so that a new method is among them by itself.</summary>
sealed class HubFrames(Random random)
{
    static readonly MessagePackHubProtocol protocol = new();

    static readonly string[] texts =
        ["foyer", "halle", "keller", "nach-halle", "available", "busy", "away", "👏", "Guten Tag", "Stadtmarketing", "", " ", "\0", "\ud83d", "../../etc", "{\"type\":\"offer\",\"sdp\":\"v=0\"}", "{\"candidate\":null}", new('x', 2_000)];

    /// <summary>Everything that a client may call.</summary>
    public static IReadOnlyList<MethodInfo> Methods { get; } = [.. typeof(IHouseHub).GetInterfaces().Append(typeof(IHouseHub)).SelectMany(i => i.GetMethods())];

    /// <summary>A call that is right in its form; what it asks for may be there or not. Some want an answer.</summary>
    public byte[] Next() => Of(Methods[random.Next(Methods.Count)]);

    public byte[] Of(MethodInfo method)
    {
        object?[] arguments = [.. method.GetParameters().Select(p => Value(p.ParameterType, p.Name!))];
        return Of(random.Next(3) == 0 ? new InvocationMessage($"{random.Next(50)}", method.Name, arguments) : new InvocationMessage(method.Name, arguments));
    }

    public static byte[] Of(HubMessage message) => protocol.GetMessageBytes(message).ToArray();

    object? Value(Type type, string name)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return random.Next(2) == 0 ? null : Value(inner, name);
        if (type == typeof(string)) return texts[random.Next(texts.Length)];
        if (type == typeof(bool)) return random.Next(2) == 0;
        if (type.IsEnum) return Enum.ToObject(type, random.Next(6));
        if (type.IsPrimitive) return Number(type, name);
        if (type.IsArray) return List(type.GetElementType()!, name);
        if (type.IsAbstract) return null;
        return type.IsValueType || type.IsAssignableTo(typeof(IEnumerable)) ? Activator.CreateInstance(type) : Record(type);
    }

    object Number(Type type, string name)
    {
        if (name == nameof(HelloRequest.Protocol) && random.Next(10) > 0) return Protocol.Version;
        var number = random.Next(10) switch
        {
            0 => random.Next(int.MinValue, int.MaxValue),
            1 => -1,
            < 6 => random.Next(8), // somebody's handle, or a conversation
            _ => random.Next(512), // a place in the room
        };
        return type == typeof(int) ? number : Convert.ChangeType(number & 0x7f, type);
    }

    Array List(Type element, string name)
    {
        var list = Array.CreateInstance(element, random.Next(4));
        for (var i = 0; i < list.Length; i++) list.SetValue(Value(element, name), i);
        return list;
    }

    object Record(Type type)
    {
        var record = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties().Where(p => p.SetMethod is not null)) property.SetValue(record, Value(property.PropertyType, property.Name));
        return record;
    }
}
