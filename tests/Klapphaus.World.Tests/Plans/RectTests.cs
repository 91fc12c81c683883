using Klapphaus.World.Plans;

namespace Klapphaus.World.Tests.Plans;

public sealed class RectTests
{
    static readonly Rect Rect = new(32, 64, 64, 32);

    [Theory]
    [InlineData(32, 64, true)]
    [InlineData(95, 95, true)]
    [InlineData(96, 64, false)]
    [InlineData(32, 96, false)]
    [InlineData(31, 64, false)]
    public void ItsNorthernAndWesternEdgesBelongToIt(int x, int y, bool expected) => Assert.Equal(expected, Rect.Contains(new(x, y)));

    [Fact]
    public void DistanceIsToTheNearestEdge()
    {
        Assert.Equal(0, Rect.DistanceTo(new(40, 70)));
        Assert.Equal(5, Rect.DistanceTo(new(29, 60)));
        Assert.Equal(1, Rect.DistanceTo(new(96, 70)));
    }

    [Fact]
    public void RectanglesThatTouchDoNotOverlap()
    {
        Assert.False(Rect.Overlaps(new(96, 64, 32, 32)));
        Assert.True(Rect.Overlaps(new(95, 95, 32, 32)));
    }
}
