namespace Klapphaus.Server.Start;

/// <summary>Settings of the section <c>Klapphaus</c>; from the command line, the environment (<c>Klapphaus__DataPath</c>) or appsettings.json.</summary>
sealed class HouseOptions
{
    public const string Section = "Klapphaus";

    /// <summary>The one folder in which this house keeps everything: store, plans, lock.</summary>
    public string DataPath { get; set; } = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "klapphaus");

    /// <summary>Folder of plans; <c>house</c> in the data folder when empty.</summary>
    public string HousePath { get; set; } = "";

    /// <summary>Port by which silos talk to each other; 0 takes a free one, which only a house with an embedded store can do.</summary>
    public int SiloPort { get; set; }

    /// <summary>Port by which gateways talk to this silo; as above.</summary>
    public int GatewayPort { get; set; }

    public string PlansFolder => HousePath.Length > 0 ? HousePath : Path.Combine(DataPath, "house");
}
