using System.Collections.Concurrent;
using Orleans.Storage;

namespace Klapphaus.Grains.Tests;

/// <summary>A store that takes nothing from some grains for a while, as one whose disk is full, or takes it and does not say so, as one whose answers get lost.</summary>
sealed class ReluctantStorage(IGrainStorage store) : IGrainStorage
{
    static readonly ConcurrentDictionary<GrainId, bool> refused = new();
    static readonly ConcurrentDictionary<GrainId, bool> unanswered = new();

    /// <summary>Takes nothing from this grain until the result is disposed.</summary>
    public static IDisposable Refuse(IAddressable grain)
    {
        refused[grain.GetGrainId()] = true;
        return new Refusal(refused, grain.GetGrainId());
    }

    /// <summary>Takes what this grain writes, but it does not hear of it, until the result is disposed.</summary>
    public static IDisposable LoseAnswers(IAddressable grain)
    {
        unanswered[grain.GetGrainId()] = true;
        return new Refusal(unanswered, grain.GetGrainId());
    }

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => store.ReadStateAsync(stateName, grainId, grainState);

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (refused.ContainsKey(grainId)) throw new IOException("The disk is full.");
        var etag = grainState.ETag;
        await store.WriteStateAsync(stateName, grainId, grainState);
        if (!unanswered.ContainsKey(grainId)) return;
        grainState.ETag = etag;
        throw new IOException("The answer got lost.");
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => store.ClearStateAsync(stateName, grainId, grainState);

    sealed class Refusal(ConcurrentDictionary<GrainId, bool> grains, GrainId grain) : IDisposable
    {
        public void Dispose() => grains.TryRemove(grain, out _);
    }
}
