namespace Klapphaus.Contracts;

/// <summary>The rules of one room: answer to <c>GET /api/moderation/rooms/{room}</c>.</summary>
public sealed record RoomRulesView
{
    public required PolicyView Policy { get; init; }
    public required BanView[] Bans { get; init; }
    public required RestraintView[] Restraints { get; init; }
    /// <summary>Who asks to be let in, first come first.</summary>
    public required AskingView[] Asking { get; init; }
}
