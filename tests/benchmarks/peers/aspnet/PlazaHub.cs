using Microsoft.AspNetCore.SignalR;

namespace Klapphaus.Benchmarks.Peers;

/// <summary>The hub of both SignalR peers.</summary>
sealed class PlazaHub(Plaza plaza, IHubContext<PlazaHub> hub) : Hub
{
    static readonly string[] groups = [.. Enumerable.Range(0, ArenaGrid.Cells).Select(cell => $"c{cell}")];

    public async Task Join(int id, int x, int y)
    {
        var connection = Context.ConnectionId;
        var client = hub.Clients.Client(connection);
        var avatar = new Avatar { Id = id, ConnectionId = connection, Send = bytes => client.SendAsync("b", bytes) };
        Context.Items[nameof(Avatar)] = avatar;
        plaza.Enter(avatar, x, y);
        if (!plaza.Broadcasts) return;
        foreach (var cell in ArenaGrid.Around(avatar.Cell)) await Groups.AddToGroupAsync(connection, groups[cell]);
        if (!ArenaGrid.Snapshot) return;
        await Clients.Group(groups[avatar.Cell]).SendAsync("m", avatar.Id, x, y, avatar.Direction);
        await Clients.Caller.SendAsync("b", plaza.Everybody(ArenaGrid.Around(avatar.Cell)));
    }

    public async Task Move(int x, int y, int direction)
    {
        if (Context.Items[nameof(Avatar)] is not Avatar avatar) return;
        var from = avatar.Cell;
        plaza.Move(avatar, x, y, direction);
        if (!plaza.Broadcasts) return;
        if (avatar.Cell != from) await RegroupAsync(from, avatar.Cell);
        await Clients.Group(groups[avatar.Cell]).SendAsync("m", avatar.Id, x, y, direction);
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        plaza.Avatars.TryRemove(Context.ConnectionId, out _);
        return Task.CompletedTask;
    }

    async Task RegroupAsync(int from, int to)
    {
        foreach (var cell in ArenaGrid.Around(from))
            if (!ArenaGrid.Adjacent(to, cell)) await Groups.RemoveFromGroupAsync(Context.ConnectionId, groups[cell]);
        int[] entered = [.. ArenaGrid.Around(to).Where(cell => !ArenaGrid.Adjacent(from, cell))];
        foreach (var cell in entered) await Groups.AddToGroupAsync(Context.ConnectionId, groups[cell]);
        if (ArenaGrid.Snapshot) await Clients.Caller.SendAsync("b", plaza.Everybody(entered));
    }
}
