using Klapphaus.Client;
using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

/// <summary>Taking materials along, and looking after what one has taken.</summary>
sealed class BagErrands(HouseSite site, StandErrands stands, TextWords words)
{
    readonly Lock gate = new();
    BagItemView[] listed = [];

    /// <summary>What was in the bag when it was listed last.</summary>
    public IReadOnlyList<BagItemView> Listed { get { lock (gate) return listed; } }

    /// <summary>A material of the stand that is meant.</summary>
    /// <param name="number">Its place in the stand's list, from 1.</param>
    public async Task<Answer> TakeAsync(int number)
    {
        var (stand, refusal) = await stands.MeantAsync();
        return stand is null ? refusal! : await TakeAsync(stand, number);
    }

    /// <param name="stand">Where it lies.</param>
    /// <param name="number">Its place in the stand's list, from 1.</param>
    public async Task<Answer> TakeAsync(StandView stand, int number)
    {
        if (number < 1 || number > stand.Materials.Length)
            return stand.Materials.Length == 0 ? Answer.No(words.Say("text.noMaterials", ("stand", stand.Name))) : NoSuch(number);
        var material = stand.Materials[number - 1];
        var reply = await site.TakeAlongAsync(stand.Id, material.Id);
        return reply.Granted ? Answer.Yes(words.Say("bag.took", ("title", material.Text))) : stands.Refused(reply);
    }

    public async Task<Answer> ListAsync()
    {
        var reply = await site.BagAsync();
        if (reply is not { Granted: true, Value: { } bag })
            return Answer.Refused(words, reply.Error);
        lock (gate)
            listed = bag.Items;
        return bag.Items.Length == 0
            ? Answer.Yes(words.Say("bag.none"))
            : Answer.Yes([words.Say("bag.full", ("used", bag.Items.Length), ("most", bag.Most)), .. bag.Items.Select((item, index) => $"{index + 1}. {Item(item)}")]);
    }

    /// <param name="number">Its place in the bag as it was listed, from 1.</param>
    public async Task<Answer> TakeOutAsync(int number)
    {
        if (await FindAsync(number) is not { } item)
            return NoSuch(number);
        var reply = await site.TakeOutAsync(item.Stand, item.Material);
        return reply.Granted ? Answer.Yes(words.Say("bag.removed", ("title", item.Title))) : stands.Refused(reply);
    }

    /// <summary>Saves one file of the bag.</summary>
    /// <param name="number">Its place in the bag as it was listed, from 1.</param>
    /// <param name="folder">Where to; empty for where the program was started.</param>
    public async Task<Answer> SaveAsync(int number, string folder)
    {
        if (await FindAsync(number) is not { } item)
            return NoSuch(number);
        if (item.File.Length == 0)
            return item.Link.Length > 0 ? Answer.Yes(words.Say("text.isLink", ("title", item.Title), ("link", item.Link))) : Answer.No(words.Say("bag.missing"));
        return await SaveAsync(target => site.DownloadFileAsync(item.File, target), folder, item.Title);
    }

    /// <summary>Saves all of it as one ZIP file.</summary>
    public Task<Answer> SaveAllAsync(string folder) => SaveAsync(target => site.DownloadBagAsync(target), folder, words.Say("bag.title") + ".zip");

    public string Item(BagItemView item)
    {
        var stand = item.StandName.Length > 0 ? $"{item.Title} – {item.StandName}" : item.Title;
        return TerminalText.Line(item.There ? stand : $"{stand}. {words.Say("bag.missing")}");
    }

    /// <summary>The number is that of the list that one has read; whoever has read none means the bag as it is.</summary>
    async Task<BagItemView?> FindAsync(int number)
    {
        if (Listed.Count == 0)
            await ListAsync();
        var items = Listed;
        return number >= 1 && number <= items.Count ? items[number - 1] : null;
    }

    /// <summary>Under a name that nobody can lead astray with, beside what is there already, and there at once and whole or not at all.</summary>
    async Task<Answer> SaveAsync(Func<Stream, Task<Reply<SiteFile>>> load, string folder, string fallback)
    {
        var draft = "";
        try
        {
            folder = Path.GetFullPath(AtHome(folder.Length > 0 ? folder : "."));
            if (!Directory.Exists(folder))
                return Answer.No(words.Say("text.noFolder", ("folder", folder)));
            draft = Path.Combine(folder, $".{HouseSite.NewAct()}.part");
            Reply<SiteFile> reply;
            await using (var target = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
                reply = await load(target);
            if (reply is not { Granted: true, Value: { } file })
                return Answer.Refused(words, reply.Error);
            var path = FreeName.In(folder, file.Name.Length > 0 ? file.Name : fallback);
            File.Move(draft, path);
            return Answer.Yes(words.Say("text.saved", ("path", path)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Answer.No(words.Say("text.notSaved", ("why", e.Message)));
        }
        finally
        {
            if (draft.Length > 0)
                File.Delete(draft);
        }
    }

    /// <summary>"~/Downloads" as a shell reads it: no shell has seen what is typed here.</summary>
    static string AtHome(string folder) => folder is "~" || folder.StartsWith("~/", StringComparison.Ordinal) || folder.StartsWith("~" + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        ? Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), folder[1..])
        : folder;

    Answer NoSuch(int number) => Answer.No(words.Say("text.noSuchNumber", ("number", number)));
}
