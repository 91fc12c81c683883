using System.Runtime.CompilerServices;
using Klapphaus.Client;

namespace Klapphaus.Browser.Tests.Stage;

/// <summary>How company without a browser walks.</summary>
static class Company
{
    /// <summary>So often somebody who was put back sets out again.</summary>
    const int MostPutBacks = 3;

    static readonly ConditionalWeakTable<HouseConnection, Goal> goals = new();

    /// <summary>
    /// Around walls, to a place in tiles. On a machine that stood still for a while the house may not grant a step, and says so even after one has arrived by one's own
    /// word; people walk on.
    /// </summary>
    public static async Task WalkToAsync(this HouseConnection guest, double x, double y)
    {
        var goal = new Goal();
        goals.AddOrUpdate(guest, goal);
        guest.PutBack += news =>
        {
            if (goal.IsReached && goals.TryGetValue(guest, out var last) && last == goal && goal.PutBacks++ < MostPutBacks) _ = guest.Walker.WalkAroundToAsync(x, y);
        };
        for (var tries = 0; ; tries++)
        {
            var walk = await guest.Walker.WalkAroundToAsync(x, y);
            if (walk.Outcome == WalkOutcome.PutBack && tries < MostPutBacks) continue;
            Assert.True(walk.Arrived, $"{guest.Me.Name} wanted to {x}, {y} and is at {walk.Position}: {walk.Outcome}. {guest.Describe()}");
            goal.IsReached = true;
            if (guest.Picture.Own == Position.FromTiles(x, y) || tries >= MostPutBacks) return;
            goal.IsReached = false;
        }
    }

    sealed class Goal
    {
        public bool IsReached { get; set; }

        public int PutBacks { get; set; }
    }
}
