using System.Security.Cryptography.X509Certificates;

namespace Klapphaus.Walkers;

/// <summary>What the operator asked for on the command line.</summary>
sealed record WalkersOptions
{
    public const string Usage = """
        Lets avatars stroll through a house and measures what they see.

          --address URL     the house, such as http://127.0.0.1:5000 (needed)
          --walkers N       how many, 1 to 5000 (30)
          --seconds N       for how long, 1 to 86400 (60)
          --rooms A,B       ids of rooms, taken in turn (the room in which one arrives)
          --seed N          the same strolls again (1)
          --doors           go through doors now and then
          --authority FILE  certificate (PEM) of an authority that this machine does not know
          --invitation TEXT text of an invitation, where a house wants one

        Exit code 0 when nobody was lost or misplaced, 1 when somebody was, 2 when the command line cannot be read.
        """;

    public required Uri Address { get; init; }
    public int Walkers { get; init; } = 30;
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(60);
    public string[] Rooms { get; init; } = [];
    public int Seed { get; init; } = 1;
    public bool Doors { get; init; }
    public string? Invitation { get; init; }

    /// <summary>The authority of a house whose certificate this machine does not know by itself.</summary>
    public X509Certificate2? Authority { get; init; }

    /// <summary>Null, and what is wrong, when the line cannot be read.</summary>
    public static WalkersOptions? Read(string[] arguments, out string wrong)
    {
        var given = new Dictionary<string, string>();
        for (var i = 0; i < arguments.Length; i++)
        {
            var name = arguments[i];
            if (name == "--doors")
                given[name] = "true";
            else if (name is "--address" or "--walkers" or "--seconds" or "--rooms" or "--seed" or "--invitation" or "--authority" && i + 1 < arguments.Length)
                given[name] = arguments[++i];
            else
                return Wrong($"Unknown or without its value: {name}", out wrong);
        }
        if (!Uri.TryCreate(given.GetValueOrDefault("--address"), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return Wrong("--address needs the URL of the house.", out wrong);
        if (!Number("--walkers", 30, 1, 5000, out var walkers) || !Number("--seconds", 60, 1, 86400, out var seconds)
            || !Number("--seed", 1, 0, int.MaxValue, out var seed))
            return Wrong("A number is missing or out of its bounds.", out wrong);
        if (given.GetValueOrDefault("--authority") is { } missing && !File.Exists(missing))
            return Wrong($"--authority: there is no file {missing}.", out wrong);
        wrong = "";
        return new()
        {
            Address = address,
            Walkers = walkers,
            Duration = TimeSpan.FromSeconds(seconds),
            Rooms = given.GetValueOrDefault("--rooms", "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Seed = seed,
            Doors = given.ContainsKey("--doors"),
            Invitation = given.GetValueOrDefault("--invitation"),
            Authority = given.GetValueOrDefault("--authority") is { } file ? X509CertificateLoader.LoadCertificateFromFile(file) : null,
        };

        bool Number(string name, int otherwise, int least, int most, out int number)
        {
            number = otherwise;
            return !given.TryGetValue(name, out var text) || (int.TryParse(text, out number) && number >= least && number <= most);
        }
    }

    static WalkersOptions? Wrong(string what, out string wrong)
    {
        wrong = what;
        return null;
    }
}
