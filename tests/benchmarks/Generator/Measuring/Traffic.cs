namespace Klapphaus.Benchmarks.Generator.Measuring;

/// <summary>What all clients together have received.</summary>
readonly record struct Traffic(long Bytes, long Frames, long Reads);
