using System.Globalization;

namespace Klapphaus.World.Plans;

/// <summary>Collects what is wrong with one file.</summary>
sealed class FaultList(string file)
{
    // Nobody reads more, and a hostile file must not make us write a book.
    const int Most = 500;

    readonly List<PlanFault> _faults = [];

    public IReadOnlyList<PlanFault> All => _faults;

    public bool IsEmpty => _faults.Count == 0;

    public void Add(PlanFaultKind kind, params object[] details) => AddAt("", "", kind, details);

    public void AddAt(string layer, string thing, PlanFaultKind kind, params object[] details)
    {
        if (_faults.Count >= Most)
            return;
        (string german, string english) = FaultTexts.Of(kind);
        _faults.Add(new PlanFault(kind, file, layer, thing, Fill(german, details), Fill(english, details)));
    }

    static string Fill(string text, object[] details) => string.Format(CultureInfo.InvariantCulture, text, details);
}
