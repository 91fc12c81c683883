using Klapphaus.Client;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Rooms;

/// <summary>In a crowded room one sees as far as the edge of one's sight, and there everything.</summary>
[Collection(Alone.Name)]
public sealed class CrowdTests(CrowdTests.CrowdedHouse shared) : IClassFixture<CrowdTests.CrowdedHouse>
{
    /// <summary>More than that and one sees two cells far.</summary>
    const int Crowd = 152;
    const int Side = 66;

    readonly TestHouse house = shared.Open;
    readonly IReadOnlyList<Person> crowd = shared.Crowd;

    /// <summary>One large room with a crowd that stands in the south-east.</summary>
    public sealed class CrowdedHouse : IAsyncLifetime
    {
        internal TestHouse Open { get; private set; } = null!;

        internal IReadOnlyList<Person> Crowd { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            Open = await TestHouse.OpenAsync(DrawnHouse.Empty("platz", Side, Side));
            var people = new List<Person>();
            foreach (var names in Enumerable.Range(1, CrowdTests.Crowd).Chunk(19))
                people.AddRange(await Task.WhenAll(names.Select(i => Open.Enter($"Gast {i}", "platz"))));
            Crowd = people;
        }

        public async ValueTask DisposeAsync()
        {
            await Task.WhenAll(Crowd.Select(p => p.DisposeAsync().AsTask()));
            await Open.DisposeAsync();
        }
    }

    [Fact]
    public async Task WhoIsOutOfSightIsNotReportedWhoComesIntoSightIsKnownAndWhoGoesIsForgotten()
    {
        await Task.WhenAll(crowd.Select((p, i) => p.WalkTo(6 + i % 12 * 0.5, 2 + i / 12 * 0.5)));
        await using var bo = await house.Enter("Bo", "platz");
        await bo.WalkTo(40, 2.5); // 6 cells from the crowd
        await using var ada = await house.EnterRaw("Ada", "platz");
        await bo.WaitUntil(p => p.SightCells == 2, "one sees two cells far");
        Assert.All(crowd, p => Assert.Null(bo.Picture.At(p.Id)));
        Assert.All(crowd, p => Assert.NotNull(bo.Picture.PersonOf(p.Id))); // in the list one has everybody

        var handle = bo.Picture.Handle;
        ada.Drain();
        await bo.WalkTo(44, 4);
        await crowd[0].Says(6, 1.5); // the marker: somebody near Ada steps
        var marker = crowd[0].Picture.Handle;
        var before = new List<AvatarMove>();
        await ada.NextAsync(
            m =>
            {
                before.AddRange(Told.Moves(m));
                return before.Exists(r => r.Handle == marker);
            },
            "the step of somebody near");
        Assert.DoesNotContain(before, r => r.Handle == handle);

        var comes = crowd[5].WaitUntil(
            p => p.At(bo.Id) is { } there && there.DistanceTo(bo.Picture.Own) < 0.6 && bo.Picture.Own.TileX > 20, "Bo comes into sight, where he is", TimeSpan.FromSeconds(60));
        await bo.WalkTo(21, 4); // just within it, where he can be seen however long the machine stands still while he walks
        await comes;
        await bo.WalkTo(12, 4);
        foreach (var person in crowd.Take(20)) await person.Sees(bo.At(12, 4));
        await bo.WaitUntil(p => crowd.All(c => p.At(c.Id) == c.Picture.Own), "he sees the whole crowd, each where they are");

        await bo.WalkTo(44, 4);
        await crowd[5].WaitUntil(p => p.At(bo.Id) is null, "Bo is out of sight");
        await bo.WaitUntil(p => crowd.All(c => p.At(c.Id) is null), "he sees nobody of the crowd");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task AfterALongStrollEveryPictureIsTheTruthWithinSight(int seed)
    {
        await Task.WhenAll(crowd.Select((person, i) => Stroll(person, new Random(seed * 1000 + i), legs: 4)));
        var truth = crowd.ToDictionary(p => p.Id, p => p.Picture.Own);
        foreach (var viewer in crowd)
        {
            await viewer.WaitUntil(
                p => crowd.All(seen => seen == viewer || p.At(seen.Id) == (InSight(truth[viewer.Id], truth[seen.Id]) ? truth[seen.Id] : null)),
                $"the picture is the truth (seed {seed}); wrong: {Wrong(viewer, truth)}");
        }
        var held = house.Truth("platz");
        Assert.All(crowd, person => Assert.Equal(truth[person.Id], held[person.Id]));
    }

    static async Task Stroll(Person person, Random random, int legs)
    {
        for (var leg = 0; leg < legs; leg++) await person.WalkTo(Random(random, person.Picture.Own.TileX), Random(random, person.Picture.Own.TileY));
    }

    /// <summary>Up to a dozen tiles away, within the walls.</summary>
    static double Random(Random random, double from) => Math.Clamp(from + random.Next(-12, 13), 1.5, Side - 1.5);

    string Wrong(Person viewer, Dictionary<string, Position> truth) => string.Join(", ", crowd
        .Where(seen => seen != viewer && viewer.Picture.At(seen.Id) != (InSight(truth[viewer.Id], truth[seen.Id]) ? truth[seen.Id] : null))
        .Select(seen => $"{seen.Name} is at {truth[seen.Id]}, seen at {viewer.Picture.At(seen.Id)}"));

    static bool InSight(Position from, Position to) => Math.Abs(Cell(from.X) - Cell(to.X)) <= 2 && Math.Abs(Cell(from.Y) - Cell(to.Y)) <= 2;

    static int Cell(int units) => units / (AvatarsMoved.CellTiles * Protocol.UnitsPerTile);
}
