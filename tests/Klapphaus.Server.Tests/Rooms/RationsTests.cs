using CsCheck;
using Klapphaus.Contracts;
using Klapphaus.Grains.Rooms;
using Klapphaus.Server.Rooms;
using Klapphaus.Server.Tests.Stage;
using Microsoft.AspNetCore.SignalR;

namespace Klapphaus.Server.Tests.Rooms;

/// <summary>However little goes into a message and however seldom one is sent: nobody is forgotten, and nobody is seen where nobody stands.</summary>
public sealed class RationsTests
{
    const int Tiles = 40;
    const int People = 24;
    const int Viewers = 8;

    /// <summary>As many ticks a client may have to wait at the highest level for its turn.</summary>
    const int Turn = 4;

    /// <summary>What may happen within a tick.</summary>
    readonly record struct Deed(int Kind, int Who, int X, int Y, int Heading);

    sealed record Story(int Sight, int Records, Deed[][] Ticks)
    {
        public int Budget => Records * AvatarsMoved.RecordLength;
    }

    static readonly Gen<Deed> deeds = Gen.Select(
        Gen.Int[0, 19], Gen.Int[0, People - 1], Gen.Int[0, Tiles * 32 - 1], Gen.Int[0, Tiles * 32 - 1], Gen.Int[0, 254],
        (kind, who, x, y, heading) => new Deed(kind, who, x, y, heading));

    static readonly Gen<Story> stories = Gen.Select(Gen.Int[0, 2], Gen.Int[2, 30], deeds.Array[0, 8].Array[1, 60], (sight, records, ticks) => new Story(sight, records, ticks));

    [Fact]
    public void NobodyStarvesNoMessageIsTooLongAndWhenAllStandStillEverybodySeesTheTruth() =>
        stories.Sample(story => new Floor(story.Sight, story.Budget).Play(story.Ticks), iter: 3000);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void WhereAllTurnInEachTickAllAreToldInTurn(int level) => Gen.Select(Gen.Int[0, 2], Gen.Int[1, 30], Gen.Int[0, int.MaxValue]).Sample((sight, records, seed) =>
    {
        var random = new Random(seed);
        var floor = new Floor(sight, records * AvatarsMoved.RecordLength) { Level = level };
        var places = Enumerable.Range(0, People).Select(_ => (X: random.Next(Tiles * 32), Y: random.Next(Tiles * 32))).ToArray();
        floor.Tick([.. places.Select((p, who) => new Deed(9, who, p.X, p.Y, 0))]);
        // in the same place, so that who is seen stays so: each change is one of the position's last bit
        floor.Patience = Turn * (2 * ((People + records - 1) / records) + 8);
        for (var tick = 0; tick < 100; tick++) floor.Tick([.. places.Select((p, who) => new Deed(9, who, p.X ^ tick & 1, p.Y, 0))]);
    }, iter: 200);

    [Fact]
    public void WhatFitsIsToldAtOnceAndByTheSameBytesAsEver() => stories.Sample(story => new Floor(story.Sight, 10_000) { Strict = true }.Play(story.Ticks), iter: 500);

    [Fact]
    public void WhatIsPutOffIsCounted()
    {
        var mirror = new RoomMirror(new CellGrid(Tiles, Tiles));
        var rations = new Rations(mirror, new FrameWriter(mirror, 2), 2 * AvatarsMoved.RecordLength);
        mirror.BeginTick();
        for (var who = 0; who < 5; who++) mirror.Put(who, AvatarState.Pack(10, 10, Protocol.Standing), 0);
        mirror.Mark(4);
        Assert.Equal([0, 1, 4], Told.Moves(Frame(rations.Share(0, 0)!)).Select(m => m.Handle));
        Assert.Equal((1, 5), (rations.DeferredCells, rations.DeferredAvatars));
        Assert.False(rations.OwesNothing(0));
        mirror.BeginTick();
        Assert.Equal([2, 3], Told.Moves(Frame(rations.Share(0, 0)!)).Select(m => m.Handle));
        mirror.BeginTick();
        Assert.Equal([4], Told.Moves(Frame(rations.Share(0, 0)!)).Select(m => m.Handle)); // told twice, since nobody keeps a note of each avatar
        Assert.True(rations.OwesNothing(0));
    }

    [Fact]
    public void TheNearestComeFirst()
    {
        var mirror = new RoomMirror(new CellGrid(Tiles, Tiles));
        var rations = new Rations(mirror, new FrameWriter(mirror, 2), AvatarsMoved.RecordLength);
        mirror.BeginTick();
        mirror.Put(1, AvatarState.Pack(2 * 192 + 5, 5, Protocol.Standing), 0);
        mirror.Put(2, AvatarState.Pack(192 + 5, 5, Protocol.Standing), 0);
        mirror.Put(3, AvatarState.Pack(5, 5, Protocol.Standing), 0);
        List<int> told = [];
        for (var i = 0; i < 3; i++)
        {
            told.AddRange(Told.Moves(Frame(rations.Share(0, 0)!)).Select(m => m.Handle));
            mirror.BeginTick();
        }
        Assert.Equal([3, 2, 1], told);
    }

    [Fact]
    public void AtHigherLevelsTheEdgeOfSightAndThenTheCellsTakeTurns()
    {
        var mirror = new RoomMirror(new CellGrid(Tiles, Tiles));
        var rations = new Rations(mirror, new FrameWriter(mirror, 1), 1000);
        foreach (var (level, most) in new[] { (0, 30), (1, 30), (2, 15), (3, 8) })
        {
            rations.Level = level;
            var (messages, far) = (0, 0);
            for (var tick = 0; tick < 30; tick++)
            {
                mirror.BeginTick();
                mirror.Put(1, AvatarState.Pack(5 + tick, 5, Protocol.Standing), 0);
                mirror.Put(2, AvatarState.Pack(192 + 5 + tick, 5, Protocol.Standing), 0);
                if (!rations.Serves(0) || rations.Share(0, 0) is not { } message) continue;
                messages++;
                far += Told.Moves(Frame(message)).Count(m => m.Handle == 2);
            }
            Assert.InRange(messages, most - 1, most);
            Assert.InRange(far, Math.Min(most, level == 0 ? 30 : 15) - 1, Math.Min(most, level == 0 ? 30 : 16));
        }
    }

    static byte[] Frame(SerializedHubMessage message) => Told.Frame(message.Message)!;

    /// <summary>A floor on which the first of the people are clients, who are told as the feed does it.</summary>
    sealed class Floor
    {
        readonly RoomMirror mirror = new(new CellGrid(Tiles, Tiles));
        readonly long[] spoke = new long[People];
        readonly Dictionary<(int Viewer, int Of), long> wrongSince = [];
        readonly ReferenceViewer[] viewers;
        readonly FrameWriter frames;
        readonly Rations rations;
        readonly int budget;
        long now = 10_000;

        public Floor(int sight, int budget)
        {
            frames = new(mirror, sight);
            rations = new(mirror, frames, budget);
            viewers = [.. Enumerable.Range(0, Viewers).Select(h => new ReferenceViewer(h, mirror))];
            this.budget = budget;
        }

        public int Level { set => rations.Level = value; }

        /// <summary>Everything fits, and is to be as ever.</summary>
        public bool Strict { get; init; }

        /// <summary>In ticks, how long somebody may be seen as they are no more: by then at the latest all is told anew.</summary>
        public int Patience { get; set; } = DepartureLog.Kept + 2 * Turn;

        public void Play(Deed[][] ticks)
        {
            foreach (var deedsOfTick in ticks) Tick(deedsOfTick);
            Tick([.. Enumerable.Range(0, People).Where(mirror.Knows).Select(who => (Who: who, State: mirror.StateOf(who)))
                .Select(p => new Deed(9, p.Who, AvatarState.X(p.State), AvatarState.Y(p.State), Protocol.Standing))]);
            for (var tick = 0; tick < Patience; tick++) Tick([]);
            Assert.Empty(wrongSince);
            Assert.All(viewers.Where(v => mirror.Knows(v.Handle)), v => Assert.True(rations.OwesNothing(v.Shown)));
        }

        public void Tick(Deed[] deedsOfTick)
        {
            now += 50;
            mirror.BeginTick();
            foreach (var deed in deedsOfTick) Do(deed);
            for (var who = 0; who < People; who++)
                if (mirror.Knows(who) && AvatarState.Heading(mirror.StateOf(who)) != Protocol.Standing && now - spoke[who] >= 450) Put(who, mirror.StateOf(who));
            mirror.CarryOn(now);
            Tell();
            foreach (var viewer in viewers.Where(v => mirror.Knows(v.Handle))) Check(viewer);
        }

        void Do(Deed deed)
        {
            switch (deed.Kind)
            {
                case 0:
                    mirror.Remove(deed.Who);
                    foreach (var viewer in viewers) viewer.Forget(deed.Who); // the news of who left says so
                    foreach (var pair in wrongSince.Keys.Where(p => p.Of == deed.Who || p.Viewer == deed.Who)) wrongSince.Remove(pair);
                    break;
                case 1 when deed.X % 4 == 0:
                    frames.SeeAsFar((frames.Sight + deed.Who) % 4);
                    rations.Reset();
                    foreach (var viewer in viewers) viewer.Shown = -1;
                    break;
                case 2 when !Strict:
                    rations.Level = deed.Who % 4;
                    break;
                case 3:
                    mirror.Mark(deed.Who, deed.X % 4 == 0);
                    break;
                case 4 or 5 when mirror.Knows(deed.Who): // turns
                    Put(deed.Who, AvatarState.Pack(AvatarState.X(mirror.StateOf(deed.Who)), AvatarState.Y(mirror.StateOf(deed.Who)), deed.Heading));
                    break;
                case < 9:
                    Put(deed.Who, AvatarState.Pack(deed.X, deed.Y, deed.Heading));
                    break;
                default:
                    Put(deed.Who, AvatarState.Pack(deed.X, deed.Y, Protocol.Standing));
                    break;
            }
        }

        void Put(int who, uint state)
        {
            mirror.Put(who, state, now);
            spoke[who] = now;
        }

        /// <summary>As the feed: those who cross on their own, before those who stand in a cell together.</summary>
        void Tell()
        {
            var here = viewers.Where(v => mirror.Knows(v.Handle)).ToList();
            if (here.Count == 0) rations.Reset();
            var standing = here.Where(v => v.Shown == mirror.CellOf(v.Handle) || v.Shown >= 0 && frames.Sight == 0).ToList();
            var own = here.Except(standing).Where(v => v.Shown >= 0 || rations.Serves(mirror.CellOf(v.Handle))).ToList();
            foreach (var viewer in own)
            {
                var cell = mirror.CellOf(viewer.Handle);
                viewer.Apply(Frame(viewer.Shown < 0 ? frames.Everything(cell, now) : rations.Follow(cell, viewer.Shown, now)), now, frames.Sight);
            }
            var occupied = standing.GroupBy(v => mirror.CellOf(v.Handle)).ToDictionary(g => g.Key);
            foreach (var (cell, together) in occupied)
            {
                if (!rations.Serves(cell) || rations.Share(cell, now) is not { } message) continue;
                var frame = Frame(message);
                if (!Told.IsEverything(frame)) Assert.InRange(frame.Length, 1, AvatarsMoved.HeaderLength + budget + mirror.Marked.Count * AvatarsMoved.RecordLength);
                if (Strict) Assert.Equal(AsEver(cell), frame);
                foreach (var viewer in together) viewer.Apply(frame, now, frames.Sight);
            }
            foreach (var viewer in own)
            {
                viewer.Shown = mirror.CellOf(viewer.Handle);
                if (!occupied.ContainsKey(viewer.Shown)) rations.Open(viewer.Shown);
            }
            if (standing.Count == 0 && frames.Sight == 0) rations.Reset();
        }

        /// <summary>The news of this tick, cell by cell in sight, each followed by who went out of sight from it.</summary>
        byte[] AsEver(int cell)
        {
            var bytes = new List<byte> { (byte)frames.Sight };
            var record = new byte[AvatarsMoved.RecordLength];
            foreach (var seen in Enumerable.Range(0, mirror.Grid.Count).Where(c => mirror.Grid.Sees(cell, c, frames.Sight)))
            {
                foreach (var handle in mirror.NewsIn(seen))
                {
                    mirror.Write(record, handle, now);
                    bytes.AddRange(record);
                }
                foreach (var handle in mirror.DeparturesFrom(seen).Select(c => c.Handle).Where(h => mirror.Knows(h) && !mirror.Grid.Sees(cell, mirror.CellOf(h), frames.Sight)))
                {
                    mirror.WriteGone(record, handle, now);
                    bytes.AddRange(record);
                }
            }
            return [.. bytes];
        }

        void Check(ReferenceViewer viewer)
        {
            for (var who = 0; who < People; who++)
            {
                if (IsRight(viewer, who))
                {
                    wrongSince.Remove((viewer.Handle, who));
                    continue;
                }
                var since = wrongSince.TryAdd((viewer.Handle, who), mirror.TickNumber) ? mirror.TickNumber : wrongSince[(viewer.Handle, who)];
                Assert.InRange(mirror.TickNumber - since, 0, Strict ? 0 : Patience);
                if (Strict && viewer.Shown >= 0) Assert.Fail($"{viewer.Handle} does not see {who} as they are");
            }
        }

        bool IsRight(ReferenceViewer viewer, int who)
        {
            var known = viewer.Known.TryGetValue(who, out var told);
            if (!mirror.Knows(who) || !mirror.Grid.Sees(mirror.CellOf(viewer.Handle), mirror.CellOf(who), frames.Sight))
                return !known || !mirror.Grid.Sees(viewer.From, viewer.Place(told, now), frames.Sight);
            return known && told.State == mirror.StateOf(who) && (AvatarState.Heading(told.State) == Protocol.Standing || Math.Abs(told.When - spoke[who]) <= 1);
        }
    }
}
