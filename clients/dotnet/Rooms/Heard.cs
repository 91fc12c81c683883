using Klapphaus.Contracts;

namespace Klapphaus.Client;

/// <summary>The last that was said of one avatar, and where it must be by now if it kept to it.</summary>
sealed class Heard
{
    public int X { get; private set; }
    public int Y { get; private set; }
    public int Heading { get; private set; } = Protocol.Standing;

    /// <summary>When the avatar was at <see cref="X"/>, <see cref="Y"/>: the time of arrival less the age that the message stated.</summary>
    public TimeSpan At { get; private set; }

    /// <summary>Until when it is carried on.</summary>
    TimeSpan Until { get; set; }

    public void Take(int x, int y, int heading, TimeSpan now, int age = 0) =>
        (X, Y, Heading, At, Until) = (x, y, heading, now - TimeSpan.FromMilliseconds(age), now + TimeSpan.FromMilliseconds(Protocol.CarryOn));

    /// <summary>Where the last message had it.</summary>
    public Position Said => new(X, Y);

    public bool Walks(TimeSpan now) => Heading != Protocol.Standing && now < Until;

    public Position Where(TimeSpan now, FloorPlanView? plan)
    {
        if (Heading == Protocol.Standing)
            return new(X, Y);
        var walked = Math.Max(0, ((now < Until ? now : Until) - At).TotalSeconds) * Protocol.WalkingSpeed;
        var turn = Heading * Math.Tau / Protocol.HeadingsPerTurn;
        var (x, y) = (X + (walked * Math.Cos(turn)), Y + (walked * Math.Sin(turn)));
        if (plan is not null)
        {
            // Carried on over the edge, somebody would be drawn outside the house until the stop arrives.
            x = Math.Clamp(x, 0, (plan.Width * Protocol.UnitsPerTile) - 1);
            y = Math.Clamp(y, 0, (plan.Height * Protocol.UnitsPerTile) - 1);
        }
        return new((int)Math.Round(x), (int)Math.Round(y));
    }
}
