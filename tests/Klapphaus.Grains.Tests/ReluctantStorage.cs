using System.Collections.Concurrent;
using Orleans.Storage;

namespace Klapphaus.Grains.Tests;

/// <summary>A store that takes nothing from some grains for a while, as one whose disk is full.</summary>
sealed class ReluctantStorage(IGrainStorage store) : IGrainStorage
{
    static readonly ConcurrentDictionary<GrainId, bool> refused = new();

    /// <summary>Takes nothing from this grain until the result is disposed.</summary>
    public static IDisposable Refuse(IAddressable grain)
    {
        refused[grain.GetGrainId()] = true;
        return new Refusal(grain.GetGrainId());
    }

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => store.ReadStateAsync(stateName, grainId, grainState);

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        refused.ContainsKey(grainId) ? throw new IOException("The disk is full.") : store.WriteStateAsync(stateName, grainId, grainState);

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => store.ClearStateAsync(stateName, grainId, grainState);

    sealed class Refusal(GrainId grain) : IDisposable
    {
        public void Dispose() => refused.TryRemove(grain, out _);
    }
}
