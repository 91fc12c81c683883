using System.Text;
using Terminal.Gui.App;
using Terminal.Gui.Drawing;
using Terminal.Gui.Drivers;
using Terminal.Gui.Input;
using Terminal.Gui.Text;
using Terminal.Gui.ViewBase;
using Terminal.Gui.Views;

namespace Klapphaus.Desktop.Text;

/// <summary>
/// The whole screen: the map, the panel beside it, the last news, and the line in which one writes. The frame of what has the focus is drawn double. It fits into 24 rows of
/// 80 columns, and grows with the terminal.
/// </summary>
sealed class HouseWindow : Runnable
{
    /// <summary>Rows below the map: three of news, the line to write in, and the keys.</summary>
    const int RowsBelow = 5;

    const int NewsRows = 3;

    /// <summary>So many tiles are walked at a press of a key.</summary>
    const int StepTiles = 2;

    /// <summary>How often the map is looked at again; people walk 4 m/s.</summary>
    static readonly TimeSpan blink = TimeSpan.FromMilliseconds(150);

    /// <summary>What is asked stands before the line to write in up to this width, in columns; else it is read in the panel.</summary>
    const int WidestPrompt = 40;

    static readonly Rune noHotKey = new('\uffff');

    readonly IApplication app;
    readonly TextVisit visit;
    readonly ScreenDesk desk;
    readonly MapView map;
    readonly PanelView panel = new() { Width = Dim.Fill(), Height = Dim.Fill() };
    readonly LinesView news = new() { IsRecord = true, Y = Pos.AnchorEnd(RowsBelow), Width = Dim.Fill(), Height = NewsRows };
    readonly LinesView prompt = new() { Y = Pos.AnchorEnd(2), Height = 1 };
    readonly TextField input = new() { Y = Pos.AnchorEnd(2), Width = Dim.Fill(), Height = 1, HotKeySpecifier = noHotKey };
    readonly FrameView mapFrame, panelFrame;
    readonly Lock gate = new();
    Sheet talkSheet = new("", [], []), questionSheet = new("", [], []);
    bool isWaiting, isOver;

    public HouseWindow(IApplication app, TextVisit visit, ScreenDesk desk)
    {
        (this.app, this.visit, this.desk) = (app, visit, desk);
        map = new(visit) { Width = Dim.Fill(), Height = Dim.Fill() };
        mapFrame = FrameAround(map);
        (mapFrame.Width, mapFrame.Height) = (Dim.Percent(50), Dim.Fill(RowsBelow));
        panelFrame = FrameAround(panel);
        (panelFrame.X, panelFrame.Width, panelFrame.Height) = (Pos.Right(mapFrame), Dim.Fill(), Dim.Fill(RowsBelow));
        var keys = new LinesView { Y = Pos.AnchorEnd(1), Width = Dim.Fill(), Height = 1 };
        keys.Show([visit.House.Words.Say("text.bar")]);
        Add(mapFrame, panelFrame, news, prompt, input, keys);
        panel.Choosing += choice => Do(() => desk.ChooseAsync(choice));
        app.Keyboard.KeyDown += OnKey;
        visit.House.Changed += RefreshLater;
        visit.House.News.Told += Hear;
        desk.Changed += RefreshLater;
        app.AddTimeout(blink, Blink);
        Refresh();
    }

    /// <summary>Ends it, from any thread.</summary>
    public void Stop()
    {
        lock (gate)
        {
            if (!isOver)
                app.Invoke(() => app.RequestStop(this));
        }
    }

    protected override void Dispose(bool disposing)
    {
        lock (gate)
            isOver = true;
        app.Keyboard.KeyDown -= OnKey;
        visit.House.Changed -= RefreshLater;
        visit.House.News.Told -= Hear;
        desk.Changed -= RefreshLater;
        base.Dispose(disposing);
    }

    static FrameView FrameAround(View content)
    {
        // A name may have any sign in it; none of them is to become a key.
        var frame = new FrameView { HotKeySpecifier = noHotKey, BorderStyle = LineStyle.Single, TabStop = TabBehavior.TabStop };
        frame.Add(content);
        frame.HasFocusChanged += (_, _) => frame.BorderStyle = frame.HasFocus ? LineStyle.Double : LineStyle.Single;
        return frame;
    }

    /// <summary>Before any view sees it: what holds everywhere.</summary>
    void OnKey(object? sender, Key key)
    {
        if (SheetOf(key.KeyCode) is { } sheet)
        {
            key.Handled = true;
            Do(async () => TurnTo(await sheet(desk.Sheets)));
            return;
        }
        key.Handled = (map.HasFocus && OnMapKey(key.KeyCode)) || (input.HasFocus && OnInputKey(key.KeyCode)) || OnAnyKey(key.KeyCode);
        // Whoever begins to write on the map or the panel writes.
        if (!key.Handled && !input.HasFocus && key is { IsCtrl: false, IsAlt: false } && key.AsRune.Value > ' ')
            input.SetFocus();
    }

    static Func<Sheets, Task<Sheet>>? SheetOf(KeyCode key) => key switch
    {
        KeyCode.F1 => sheets => Task.FromResult(sheets.Help()),
        KeyCode.F2 => sheets => Task.FromResult(sheets.Rooms()),
        KeyCode.F3 => sheets => Task.FromResult(sheets.People()),
        KeyCode.F4 => sheets => Task.FromResult(sheets.Places()),
        KeyCode.F5 => sheets => sheets.StandAsync(),
        KeyCode.F6 => sheets => sheets.BagAsync(),
        KeyCode.F7 => sheets => Task.FromResult(sheets.Order()),
        KeyCode.F8 => sheets => sheets.CardAsync(),
        KeyCode.F9 => sheets => Task.FromResult(sheets.News()),
        _ => null,
    };

    bool OnMapKey(KeyCode key)
    {
        switch (key)
        {
            case KeyCode.CursorUp:
                return Step(0, -1);
            case KeyCode.CursorDown:
                return Step(0, 1);
            case KeyCode.CursorLeft:
                return Step(-1, 0);
            case KeyCode.CursorRight:
                return Step(1, 0);
            case KeyCode.Space:
                Do(async () =>
                {
                    await visit.Follow.EndAsync();
                    await visit.Walks.StopAsync();
                });
                return true;
            case KeyCode.Enter:
                Do(EnterWhereOneStandsAsync);
                return true;
            default:
                return false;
        }
    }

    bool OnInputKey(KeyCode key)
    {
        switch (key)
        {
            case KeyCode.Enter:
                var line = input.Text;
                input.Text = "";
                Do(() => desk.TypeAsync(line));
                return true;
            case KeyCode.CursorUp:
                panel.Scroll(-1);
                return true;
            case KeyCode.CursorDown:
                panel.Scroll(1);
                return true;
            default:
                return false;
        }
    }

    bool OnAnyKey(KeyCode key)
    {
        switch (key)
        {
            case KeyCode.Esc:
                if (!desk.Back() || desk.Sheet is null)
                    map.SetFocus();
                return true;
            case KeyCode.F10:
            case KeyCode.C | KeyCode.CtrlMask:
                app.RequestStop(this);
                return true;
            case KeyCode.Tab:
                (map.HasFocus ? panel : panel.HasFocus ? input : (View)map).SetFocus();
                return true;
            case KeyCode.Tab | KeyCode.ShiftMask:
                (map.HasFocus ? input : panel.HasFocus ? map : (View)panel).SetFocus();
                return true;
            case KeyCode.PageUp:
                panel.Scroll(-panel.Page);
                return true;
            case KeyCode.PageDown:
                panel.Scroll(panel.Page);
                return true;
            default:
                return false;
        }
    }

    bool Step(int right, int down)
    {
        Do(async () =>
        {
            await visit.Follow.EndAsync();
            desk.Tell(await visit.Walks.StepAsync(right, down, StepTiles));
        });
        return true;
    }

    /// <summary>Through the door at which one stands, else into the stand.</summary>
    async Task EnterWhereOneStandsAsync()
    {
        var here = visit.Connection.Walker.Position;
        if (visit.Lists.Doors.FirstOrDefault(door => PlanPlaces.Middle(door).DistanceTo(here) <= StepTiles) is { } near)
        {
            desk.Tell(await visit.Walks.GoThroughAsync(near));
            return;
        }
        TurnTo(await desk.Sheets.StandAsync());
    }

    /// <summary>Both at once: a key pressed as soon as the sheet is seen is meant for it, and not for the map.</summary>
    void TurnTo(Sheet sheet) => Later(() =>
    {
        panel.SetFocus();
        desk.TurnTo(sheet);
    });

    /// <summary>Does something beside the screen's own loop. A fault ends the visit, and comes out at its end.</summary>
    void Do(Func<Task> errand) => _ = visit.RunAsync(() => Task.Run(async () =>
    {
        await errand();
        if (desk.HasEnded)
            Stop();
        else if (desk.Prompt.Length > 0)
            Later(FocusPrompt);
        return Answer.Done;
    }));

    /// <summary>Unless somebody has turned to a sheet meanwhile, by which nothing is asked any more.</summary>
    void FocusPrompt()
    {
        if (desk.Prompt.Length > 0)
            input.SetFocus();
    }

    void Hear(NewsLine line) => RefreshLater();

    /// <summary>Once for all that happens until the loop comes to it.</summary>
    void RefreshLater()
    {
        lock (gate)
        {
            if (isOver || isWaiting)
                return;
            isWaiting = true;
        }
        Later(Refresh);
    }

    void Later(Action change)
    {
        lock (gate)
        {
            if (!isOver)
                app.Invoke(change);
        }
    }

    bool Blink()
    {
        map.Look();
        return !isOver;
    }

    void Refresh()
    {
        lock (gate)
            isWaiting = false;
        var (house, words) = (visit.House, visit.House.Words);
        mapFrame.Title = house.Picture.Room is { } room ? $"{words.Named(room.Names)} · {words.Say("people.here", ("count", house.Picture.People.Length))}" : words.Say("text.noRoom");
        desk.Renew();
        var asked = desk.Prompt;
        var isLong = asked.GetColumns() >= Math.Min(WidestPrompt, Viewport.Width / 2);
        var sheet = asked.Length > 0 && isLong ? QuestionSheet(asked) : desk.Sheet ?? TalkSheet();
        panelFrame.Title = sheet.Title;
        panel.Show(sheet);
        news.Show([.. house.News.Lines.Where(line => line.Kind is not NewsKind.Own).TakeLast(NewsRows).Select(line => line.Text)]);
        var before = $"{(asked.Length == 0 ? words.Say("talk.text") : isLong ? words.Say("text.answer") : asked)}: ";
        prompt.Show([before]);
        var columns = before.GetColumns();
        (prompt.Width, input.X) = (columns, columns);
        map.SetNeedsDraw();
    }

    string TalkTitle() => visit.House.TalkTitle is { Length: > 0 } title ? title : visit.House.Words.Say("talk.title");

    /// <summary>The conversation as a sheet; the same one as long as nothing was said.</summary>
    Sheet TalkSheet()
    {
        var texts = visit.House.Texts;
        string[] lines = texts.Length > 0 ? [.. texts.Select(text => text.Sentence)] : [visit.House.Words.Say(visit.House.Talk is null ? "talk.how" : "talk.logEmpty")];
        if (talkSheet.Title != TalkTitle() || !talkSheet.Text.SequenceEqual(lines))
            talkSheet = new(TalkTitle(), lines, [], IsRecord: true);
        return talkSheet;
    }

    /// <summary>What is asked, as a sheet.</summary>
    Sheet QuestionSheet(string asked)
    {
        if (!questionSheet.Text.SequenceEqual([asked]))
            questionSheet = new(visit.House.Words.Say("text.answer"), [asked], []);
        return questionSheet;
    }
}
