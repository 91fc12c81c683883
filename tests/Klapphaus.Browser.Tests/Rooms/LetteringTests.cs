using Klapphaus.Browser.Tests.Stage;

namespace Klapphaus.Browser.Tests.Rooms;

public sealed class LetteringTests(Chromium chromium, SharedHouse house) : BrowserTests(chromium, house)
{
    [Fact]
    public async Task FloorIsLetteredAnewWhenTheFontComesLate()
    {
        var ada = await OpenAsync("Ada", path: "?raum=halle");
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await ada.Page.RouteAsync("**/*-500-*.woff2", async route =>
        {
            asked.TrySetResult();
            await release.Task;
            await route.ContinueAsync();
        });
        await ada.SignInAsync();
        await asked.Task.WaitAsync(TimeSpan.FromMilliseconds(Chromium.Patience));
        await ada.Page.EvaluateAsync(
            """
            () => {
              window.picture = () => {
                const canvas = document.querySelector('#floor canvas');
                return canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.reduce((sum, value) => (sum * 31 + value) | 0, 7);
              };
            }
            """);
        await ada.UntilAsync(
            "the picture rests",
            """
            async () => {
              const was = picture();
              for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
              return (window.pictureBefore = picture()) === was;
            }
            """);

        release.SetResult();
        await ada.UntilAsync("the floor is painted with the font that came", "() => picture() !== window.pictureBefore");
    }
}
