using Klapphaus.Client;
using Terminal.Gui.App;

namespace Klapphaus.Desktop.Text;

/// <summary>The house on the whole screen of a terminal.</summary>
sealed class ScreenRun(TimeProvider time)
{
    /// <summary>0 when somebody has left; 1 when the house was not entered, or has ended the visit.</summary>
    public async Task<int> RunAsync(TextOptions options, CancellationToken cancellation)
    {
        var words = TextWords.OfScreen(options.Language);
        Reply<TextVisit> reply;
        try
        {
            reply = await TextVisit.ComeAsync(options, words, time, cancellation);
        }
        catch (OperationCanceledException)
        {
            return 1;
        }
        if (reply is not { Granted: true, Value: { } visit })
        {
            await Console.Error.WriteLineAsync(words.Error(reply.Error));
            return 1;
        }
        await using (visit)
        {
            // The loop of the screen keeps its thread from the first key to the last.
            await Task.Factory.StartNew(() => Show(visit, cancellation), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            if (!visit.Ended.IsCompleted)
                return 0;
            await visit.Ended;
            // The screen is gone, and with it what stood there last.
            await Console.Error.WriteLineAsync(visit.House.News.Lines.LastOrDefault(line => line.Kind == NewsKind.Call)?.Text ?? words.Say("text.sentAway"));
            return 1;
        }
    }

    void Show(TextVisit visit, CancellationToken cancellation)
    {
        using var app = Application.Create().Init();
        using var window = new HouseWindow(app, visit, new(visit, new(visit, isPatient: false, time)));
        using var stop = cancellation.Register(window.Stop);
        _ = StopAtEndAsync(visit, window);
        _ = ComeInAsync(visit);
        app.Run(window);
    }

    static async Task ComeInAsync(TextVisit visit)
    {
        await visit.RunAsync(visit.EnterFirstAsync);
        await visit.RunAsync(visit.GoOnAsync);
    }

    static async Task StopAtEndAsync(TextVisit visit, HouseWindow window)
    {
        await Task.WhenAny(visit.Ended);
        window.Stop();
    }
}
