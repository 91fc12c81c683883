using System.CommandLine;
using System.CommandLine.Help;
using Klapphaus.Desktop.Members;
using Klapphaus.Desktop.Reach;
using Klapphaus.Desktop.Settings;

namespace Klapphaus.Desktop.Start;

/// <summary>What can be typed behind <c>klapphaus</c>.</summary>
static class CommandLine
{
    const string Language = "--language";

    /// <summary>The language that a command line asks for, before anything of it is read: what is wrong with it is said in that language already.</summary>
    public static string? LanguageIn(string[] arguments)
    {
        var at = Array.FindIndex(arguments, argument => argument == Language || argument.StartsWith(Language + "=", StringComparison.Ordinal));
        if (at < 0) return null;
        var said = arguments[at].Length > Language.Length ? arguments[at][(Language.Length + 1)..] : arguments.ElementAtOrDefault(at + 1);
        return said is "de" or "en" ? said : null;
    }

    public static RootCommand Build(Launch launch)
    {
        var words = launch.Speech.Words;
        var link = new Argument<string?>("link") { Description = words[Sentence.HelpLink], Arity = ArgumentArity.ZeroOrOne };
        var background = new Option<bool>("--background") { Description = words[Sentence.HelpBackground] };
        var text = new Option<bool>("--text") { Description = words[Sentence.HelpText] };
        var plain = new Option<bool>("--plain") { Description = words[Sentence.HelpPlain] };
        var language = new Option<string>(Language) { Description = words[Sentence.HelpLanguage], Recursive = true };
        language.AcceptOnlyFromAmong("de", "en");
        var house = House(words);
        var starts = new StartCommands(launch);
        var root = new RootCommand(words[Sentence.HelpProgram]) { link, background, text, plain, language, house };
        // the library says these two in English
        foreach (var own in root.Options)
            if (own is HelpOption) own.Description = words[Sentence.HelpHelp];
            else if (own is VersionOption) own.Description = words[Sentence.HelpVersion];
        root.SetAction((line, cancellation) => line.GetValue(text) || line.GetValue(plain)
            ? starts.TextAsync(line.GetValue(plain), line.GetValue(link), line.GetValue(house), cancellation)
            : starts.RunAsync(line.GetValue(link), line.GetValue(background), line.GetValue(house), cancellation));
        root.Add(SignIn(launch, words, house));
        root.Add(Simple("sign-out", words[Sentence.HelpSignOut], new SignInCommands(launch).SignOutAsync));
        root.Add(Setting(launch, words));
        root.Add(Desk(launch, words));
        root.Add(Simple("status", words[Sentence.HelpStatus], cancellation => starts.TellAsync(OrderKind.Status, cancellation)));
        root.Add(Simple("quit", words[Sentence.HelpQuit], cancellation => starts.TellAsync(OrderKind.Quit, cancellation)));
        return root;
    }

    static Option<Uri?> House(Words words) => new("--house")
    {
        Description = words[Sentence.HelpHouse],
        Recursive = true,
        CustomParser = read =>
        {
            var house = SettingKeys.House(read.Tokens[0].Value);
            if (house is null) read.AddError(words[Sentence.HouseUnusable]);
            return house;
        },
    };

    static Command SignIn(Launch launch, Words words, Option<Uri?> house)
    {
        var invitation = new Argument<string?>("invitation") { Description = words[Sentence.HelpInvitation], Arity = ArgumentArity.ZeroOrOne };
        var name = new Option<string?>("--name") { Description = words[Sentence.HelpName] };
        var command = new Command("sign-in", words[Sentence.HelpSignIn]) { invitation, name };
        command.SetAction((line, cancellation) => new SignInCommands(launch).SignInAsync(line.GetValue(invitation), line.GetValue(name), line.GetValue(house), cancellation));
        return command;
    }

    static Command Setting(Launch launch, Words words)
    {
        var key = new Argument<string>("key") { Description = words[Sentence.HelpKey, string.Join(", ", SettingKeys.All)] };
        var value = new Argument<string>("value") { Description = words[Sentence.HelpValue] };
        var set = new Command("set", words[Sentence.HelpSet]) { key, value };
        set.SetAction((line, cancellation) => new SettingsCommands(launch).SetAsync(line.GetValue(key)!, line.GetValue(value)!, cancellation));
        var settings = new Command("settings", words[Sentence.HelpSettings]) { set };
        settings.SetAction(_ => new SettingsCommands(launch).Show());
        return settings;
    }

    static Command Desk(Launch launch, Words words)
    {
        var desk = Simple("desk", words[Sentence.HelpDesk], new DeskCommands(launch).ListAsync);
        foreach (var (name, on) in new[] { ("on", true), ("off", false) })
        {
            var stand = new Argument<string>("stand") { Description = words[Sentence.HelpStand] };
            var command = new Command(name, words[on ? Sentence.HelpDeskOn : Sentence.HelpDeskOff]) { stand };
            command.SetAction((line, cancellation) => new DeskCommands(launch).SetAsync(line.GetValue(stand)!, on, cancellation));
            desk.Add(command);
        }
        return desk;
    }

    static Command Simple(string name, string description, Func<CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description);
        command.SetAction((_, cancellation) => run(cancellation));
        return command;
    }
}
