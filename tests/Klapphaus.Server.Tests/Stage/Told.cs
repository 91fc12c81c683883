using Klapphaus.Contracts;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Klapphaus.Server.Tests.Stage;

/// <summary>Reads what the house says of who moves.</summary>
static class Told
{
    /// <summary>The records of a message; none when it is about something else.</summary>
    public static List<AvatarMove> Moves(HubMessage message) => Frame(message) is { } frame ? Moves(frame) : [];

    public static bool IsEverything(byte[] frame) => (frame[0] & AvatarsMoved.Everything) != 0;

    /// <summary>The cell from which the viewer sees, when the frame names it.</summary>
    public static (int Column, int Row)? Cell(byte[] frame) => (frame[0] & AvatarsMoved.CellFollows) != 0 ? (frame[1], frame[2]) : null;

    public static byte[]? Frame(HubMessage? message) => message is InvocationMessage { Target: AvatarsMoved.Target, Arguments: [byte[] frame] } ? frame : null;

    public static List<AvatarMove> Moves(byte[] frame)
    {
        var head = AvatarsMoved.HeaderLength + (Cell(frame) is null ? 0 : AvatarsMoved.CellLength);
        Assert.Equal(0, (frame.Length - head) % AvatarsMoved.RecordLength);
        var moves = new List<AvatarMove>();
        for (var at = head; at < frame.Length; at += AvatarsMoved.RecordLength) moves.Add(AvatarsMoved.Read(frame.AsSpan(at)));
        return moves;
    }
}
