using Klapphaus.Contracts;
using Klapphaus.Grains.Rooms;
using Klapphaus.Server.Rooms;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Rooms;

/// <summary>What a client makes of its messages, with the mirror's own arithmetic, so that edges do not blur.</summary>
sealed class ReferenceViewer(int handle, RoomMirror mirror)
{
    const int Cell = AvatarsMoved.CellTiles * Protocol.UnitsPerTile;

    public int Handle => handle;

    /// <summary>The cell for which it was told everything; -1 when it needs that.</summary>
    public int Shown { get; set; } = -1;

    /// <summary>The cell from which it believes to see: the one last named.</summary>
    public int From { get; set; }

    public Dictionary<int, (uint State, long When)> Known { get; } = [];

    public void Forget(int who)
    {
        Known.Remove(who);
        if (who == handle) Shown = -1;
    }

    /// <summary>What a client does with a message. A real one forgets a walker sooner at the edge, since its clock is not the house's, and hears of it again within half a second.</summary>
    public void Apply(byte[] frame, long now, int sight)
    {
        if (Told.IsEverything(frame)) Known.Clear();
        if (Told.Cell(frame) is { } named)
        {
            var from = mirror.Grid.At(named.Column * Cell, named.Row * Cell);
            foreach (var (who, told) in Known)
            {
                var place = Place(told, now);
                if (!mirror.Grid.Sees(From, place, sight) || !mirror.Grid.Sees(from, place, sight)) Known.Remove(who);
            }
            From = from;
        }
        foreach (var move in Told.Moves(frame)) Known[move.Handle] = (AvatarState.Pack(move.X, move.Y, move.Heading), now - move.AgeMilliseconds);
    }

    /// <summary>The cell in which a client draws somebody: carried on as the mirror does it, to the last bit.</summary>
    public int Place((uint State, long When) told, long at)
    {
        var (x, y, heading) = (AvatarState.X(told.State), AvatarState.Y(told.State), AvatarState.Heading(told.State));
        if (heading == Protocol.Standing) return mirror.Grid.At(x, y);
        var (sin, cos) = MathF.SinCos(heading * MathF.Tau / Protocol.HeadingsPerTurn);
        var way = Math.Min(Protocol.CarryOn, at - told.When) * (Protocol.WalkingSpeed / 1000f);
        return mirror.Grid.At((int)(x + cos * way), (int)(y + sin * way));
    }
}
