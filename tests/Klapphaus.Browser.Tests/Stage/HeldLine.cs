using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Stage;

/// <summary>The line of a page to the house, on which what the house says can be held back for a while, as on a slow one.</summary>
sealed class HeldLine
{
    readonly Lock gate = new();
    readonly List<Action> waiting = [];
    bool isHeld;

    /// <summary>Before the page connects.</summary>
    public Task LieBeforeAsync(IPage page) => page.RouteWebSocketAsync("**/house?*", line =>
    {
        var house = line.ConnectToServer();
        line.OnMessage(said => Pass(said, house));
        house.OnMessage(told =>
        {
            lock (gate)
            {
                if (isHeld) waiting.Add(() => Pass(told, line));
                else Pass(told, line);
            }
        });
    });

    public void Hold()
    {
        lock (gate) isHeld = true;
    }

    /// <summary>All that was held back comes, in its order, and what is told from now on at once.</summary>
    public void LetGo()
    {
        lock (gate)
        {
            isHeld = false;
            foreach (var pass in waiting) pass();
            waiting.Clear();
        }
    }

    static void Pass(IWebSocketFrame frame, IWebSocketRoute to)
    {
        if (frame.Binary is { } bytes) to.Send(bytes);
        else to.Send(frame.Text!);
    }
}
