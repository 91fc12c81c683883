namespace Klapphaus.Grains;

/// <summary>The one place where grains keep what must not be lost.</summary>
public static class Storage
{
    /// <summary>Name of the grain storage provider.</summary>
    public const string Name = "house";
}
