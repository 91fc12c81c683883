using System.Threading.Channels;
using Klapphaus.Desktop.Notices;

namespace Klapphaus.Desktop.Tests.Reach;

/// <summary>A board of paper: what is shown can be read from it in order, and it can be taken down and put up.</summary>
sealed class PaperBoard : INoticeBoard
{
    readonly Channel<string> tries = Channel.CreateUnbounded<string>();

    public event Action<string, NoticeAct>? Acted;

    public event Action? Emptied;

    public event Action? Ready;

    /// <summary>It hangs on the wall.</summary>
    public bool IsThere { get; set; } = true;

    public Task<bool> ShowAsync(NoticeFace face)
    {
        var isShown = IsThere;
        tries.Writer.TryWrite($"{(isShown ? "shown" : "not shown")} {face.Key}");
        return Task.FromResult(isShown);
    }

    public Task TakeAsync(string key)
    {
        tries.Writer.TryWrite($"taken {key}");
        return Task.CompletedTask;
    }

    /// <summary>What happened next on it.</summary>
    public Task<string> NextAsync() => tries.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));

    public void Press(string key, NoticeAct act) => Acted?.Invoke(key, act);

    public void Empty() => Emptied?.Invoke();

    public void PutUp()
    {
        IsThere = true;
        Ready?.Invoke();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
