using Klapphaus.Server.Start;
using Klapphaus.World.Plans;

namespace Klapphaus.Server.House;

/// <summary><c>check FILE|FOLDER</c>: tells every fault of a plan, or of a whole house, with layer, object and reason.</summary>
static class PlanCheck
{
    /// <returns>0 without faults, 1 with, 2 when there is nothing to check.</returns>
    public static int Run(string[] args, TextWriter output)
    {
        if (args is not [var path])
        {
            output.WriteLine(OperatorWords.Of("So wird geprüft: check DATEI.tmj oder check ORDNER", "To check: check FILE.tmj or check FOLDER"));
            return 2;
        }
        try
        {
            return Directory.Exists(path) ? CheckHouse(path, output) : CheckPlan(path, output);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            output.WriteLine(OperatorWords.Of($"{path} lässt sich nicht lesen: {e.Message}", $"{path} cannot be read: {e.Message}"));
            return 2;
        }
    }

    static int CheckPlan(string path, TextWriter output)
    {
        var reading = FloorPlanReader.Read(Path.GetFileNameWithoutExtension(path), File.ReadAllBytes(path));
        return Report(reading.Faults, output, () => Praise(reading.Plan!));
    }

    static int CheckHouse(string path, TextWriter output)
    {
        var plans = Directory.EnumerateFiles(path, "*" + HouseReader.PlanEnding).ToDictionary(f => Path.GetFileName(f), File.ReadAllBytes);
        var reading = HouseReader.Read(File.ReadAllBytes(Path.Combine(path, HouseReader.SettingsFile)), plans);
        return Report(reading.Faults, output, () => string.Join(Environment.NewLine, reading.House!.Rooms.Select(Praise)));
    }

    static int Report(IReadOnlyList<PlanFault> faults, TextWriter output, Func<string> praise)
    {
        foreach (var fault in faults) output.WriteLine(fault.Line(OperatorWords.Language));
        output.WriteLine(faults.Count == 0 ? praise() : OperatorWords.Of($"{faults.Count} Fehler.", $"{faults.Count} faults."));
        return faults.Count == 0 ? 0 : 1;
    }

    static string Praise(FloorPlan plan) => OperatorWords.Of(
        $"{plan.Id}: in Ordnung ({plan.Width} x {plan.Height} Kacheln, {plan.Areas.Count} Bereiche, {plan.Doors.Count} Türen, {plan.Entries.Count} Eingänge, Platz für {plan.Capacity})",
        $"{plan.Id}: good ({plan.Width} x {plan.Height} tiles, {plan.Areas.Count} areas, {plan.Doors.Count} doors, {plan.Entries.Count} entries, room for {plan.Capacity})");
}
