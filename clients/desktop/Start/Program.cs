using System.Globalization;
using Klapphaus.Desktop.Settings;
using Klapphaus.Desktop.Start;
using Klapphaus.Desktop.Text;

var time = TimeProvider.System;
var places = Places.OfThisUser();
var file = new SettingsFile(places.SettingsFile, time);
// not by the console, which sends a terminal sequences of its own
await using var output = RawTerminal.OpenOutput();
await using var errors = RawTerminal.OpenErrors();
var speech = new Speech(output, errors, CommandLine.LanguageIn(args));
var found = file.Read();
speech.Speak(found.Settings.Language);
if (found.SetAside is { } aside) speech.Trouble(new(Sentence.SettingsUnreadable, aside));
CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = new(speech.Words.Language);

var line = CommandLine.Build(new(places, file, speech, () => Console.In, time)).Parse(args);
// the window and what is kept are closed in order when the system ends the program
var code = await line.InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(10), Output = output, Error = errors });
return line.Errors.Count > 0 ? ExitCode.Unreadable : code;
