using CsCheck;
using Klapphaus.Contracts;
using Klapphaus.Grains.Rooms;
using Klapphaus.Server.Rooms;
using Klapphaus.Server.Tests.Stage;
using Microsoft.AspNetCore.SignalR;

namespace Klapphaus.Server.Tests.Rooms;

/// <summary>Whatever happens on a floor, who applies everything once and then each message knows exactly those in sight, as they are.</summary>
public sealed class FrameWriterTests
{
    const int Tiles = 48;
    const int People = 12;
    const int Viewers = 4;

    /// <summary>What may happen within a tick. Positions are anywhere, so that cells are crossed and jumped over.</summary>
    readonly record struct Deed(int Kind, int Who, int X, int Y, int Heading);

    static readonly Gen<Deed> deeds = Gen.Select(
        Gen.Int[0, 9], Gen.Int[0, People - 1], Gen.Int[0, Tiles * 32 - 1], Gen.Int[0, Tiles * 32 - 1], Gen.Int[0, 254],
        (kind, who, x, y, heading) => new Deed(kind, who, x, y, heading));

    static readonly Gen<(int Sight, Deed[][] Ticks)> stories = Gen.Select(Gen.Int[0, 2], deeds.Array[0, 6].Array[1, 40], (sight, ticks) => (sight, ticks));

    [Fact]
    public void WhoAppliesEveryMessageKnowsExactlyThoseInSightAsTheyAre() => stories.Sample(story => new Floor(story.Sight).Play(story.Ticks), iter: 3000);

    [Fact]
    public void NothingIsWrittenWhenNothingChanged()
    {
        var mirror = new RoomMirror(new CellGrid(Tiles, Tiles));
        foreach (var sight in new[] { 0, 2 })
        {
            var frames = new FrameWriter(mirror, sight);
            mirror.Put(1, AvatarState.Pack(50, 50, Protocol.Standing), 0);
            mirror.BeginTick();
            mirror.CarryOn(100);
            Assert.Null(frames.News(0, 100));
            Assert.Empty(Told.Moves(Frame(frames.NewsAndView(0, 0, 100))));
        }
    }

    [Fact]
    public void WhatIsSeenFromOneCellIsWrittenOnceAndSharedWhereTheWholeRoomIsInSight()
    {
        var mirror = new RoomMirror(new CellGrid(Tiles, Tiles));
        var frames = new FrameWriter(mirror, 0);
        mirror.BeginTick();
        mirror.Put(1, AvatarState.Pack(50, 50, Protocol.Standing), 0);
        Assert.Same(frames.News(0, 0), frames.News(9, 0));
        mirror.BeginTick();
        mirror.Put(1, AvatarState.Pack(60, 50, Protocol.Standing), 0);
        Assert.Equal(60, Told.Moves(Frame(frames.News(3, 0))).Single().X);
    }

    [Fact]
    public void FrameGrowsWithTheCrowd()
    {
        var mirror = new RoomMirror(new CellGrid(Tiles, Tiles));
        for (var handle = 0; handle < 5000; handle++) mirror.Put(handle, AvatarState.Pack(handle % (Tiles * 32), 77, Protocol.Standing), 0);
        var frame = Frame(new FrameWriter(mirror, 0).Everything(0, 0));
        Assert.True(Told.IsEverything(frame));
        Assert.Equal((0, 0), Told.Cell(frame));
        Assert.Equal(Enumerable.Range(0, 5000), Told.Moves(frame).Select(m => m.Handle).Order());
    }

    static byte[] Frame(SerializedHubMessage? message) => Told.Frame(message!.Message)!;

    /// <summary>A floor with a few who see; the first of the people are they.</summary>
    sealed class Floor(int sight)
    {
        readonly RoomMirror mirror = new(new CellGrid(Tiles, Tiles));
        readonly long[] spoke = new long[People];
        ReferenceViewer[] viewers = [];
        FrameWriter frames = null!;
        long now = 10_000;

        public void Play(Deed[][] ticks)
        {
            frames = new(mirror, sight);
            viewers = [.. Enumerable.Range(0, Viewers).Select(h => new ReferenceViewer(h, mirror))];
            foreach (var deedsOfTick in ticks) Tick(deedsOfTick);
        }

        void Tick(Deed[] deedsOfTick)
        {
            now += 50;
            mirror.BeginTick();
            foreach (var deed in deedsOfTick) Do(deed);
            // as every client does: who walks says so again before it would be carried on for too long
            for (var who = 0; who < People; who++)
                if (mirror.Knows(who) && AvatarState.Heading(mirror.StateOf(who)) != Protocol.Standing && now - spoke[who] >= 450) Put(who, mirror.StateOf(who));
            mirror.CarryOn(now);
            foreach (var viewer in viewers)
            {
                if (!mirror.Knows(viewer.Handle)) continue;
                if (MessageFor(viewer) is { } message) viewer.Apply(Frame(message), now, frames.Sight);
                Check(viewer);
            }
        }

        void Do(Deed deed)
        {
            switch (deed.Kind)
            {
                case 0:
                    mirror.Remove(deed.Who);
                    foreach (var viewer in viewers) viewer.Forget(deed.Who); // the news of who left says so
                    break;
                case 1:
                    frames.SeeAsFar((frames.Sight + deed.Who) % 4);
                    foreach (var viewer in viewers) viewer.Shown = -1;
                    break;
                case < 6 when deed.Who >= Viewers:
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

        /// <summary>The message that the feed chooses.</summary>
        SerializedHubMessage? MessageFor(ReferenceViewer viewer)
        {
            var (cell, before) = (mirror.CellOf(viewer.Handle), viewer.Shown);
            viewer.Shown = cell;
            return before < 0 ? frames.Everything(cell, now) : before == cell || frames.Sight == 0 ? frames.News(cell, now) : frames.NewsAndView(cell, before, now);
        }

        bool Sees(int from, int to) => mirror.Grid.Sees(from, to, frames.Sight);

        void Check(ReferenceViewer viewer)
        {
            var there = Enumerable.Range(0, People).Where(h => mirror.Knows(h) && Sees(viewer.Shown, mirror.CellOf(h))).ToList();
            foreach (var handle in there)
            {
                Assert.True(viewer.Known.TryGetValue(handle, out var told), $"{viewer.Handle} does not know {handle}, who is in sight");
                Assert.Equal(mirror.StateOf(handle), told.State);
                if (AvatarState.Heading(told.State) != Protocol.Standing) Assert.InRange(told.When - spoke[handle], -1, 1); // how long one stands, nobody needs to know
            }
            // whom it still has beside them, it must not take for being in sight
            foreach (var (handle, told) in viewer.Known.Where(k => !there.Contains(k.Key)))
            {
                Assert.False(
                    Sees(viewer.From, viewer.Place(told, now)),
                    $"{viewer.Handle} in cell {viewer.Shown} takes {handle} for being in cell {viewer.Place(told, now)}, sight {frames.Sight}, but it is in {mirror.CellOf(handle)}");
            }
        }
    }
}
