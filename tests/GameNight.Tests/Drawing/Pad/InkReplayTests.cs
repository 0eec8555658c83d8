using Bunit;
using GameNight.Drawing.Pad;
using GameNight.Drawing.Strokes;

namespace GameNight.Tests.Drawing.Pad;

public sealed class InkReplayTests : BunitContext
{
    private static readonly Ink Seven = Ink.FromStrokes([[[0, 0, 0], [50, 0, 200], [50, 50, 300]], [[50, 25, 500]]]);

    [Fact]
    public void Replay_NotYetPressed_ShowsTheFinishedDrawing()
    {
        var replay = Show(Seven);
        Assert.Equal("Drawing 3", replay.Find("[role=img]").GetAttribute("aria-label"));
        Assert.Equal(["M6 6L94 6L94 94", "M94 50h0"], replay.FindAll("path").Select(path => path.GetAttribute("d")));
        Assert.Empty(replay.FindAll(".run"));
    }

    [Fact]
    public void Replay_Pressed_DrawsEachStrokeInItsTime()
    {
        var replay = Show(Seven);
        replay.Find("button[aria-label='Replay drawing 3']").Click();
        Assert.Equal(
            [
                "--start: 0ms; --duration: 300ms; --pace: linear(0 0%, 0.5 66.7%, 1 100%)",
                "--start: 500ms; --duration: 0ms; --pace: linear(0 0%, 1 100%)",
            ],
            replay.FindAll(".run path").Select(path => path.GetAttribute("style")));
        // A dot has no length to draw, so it is not animated.
        Assert.Single(replay.FindAll(".run .stroke"));
    }

    [Fact]
    public void Replay_PressedTwice_StartsAnewWithNewElements()
    {
        var replay = Show(Seven);
        replay.Find("button").Click();
        var first = replay.Find(".run");
        replay.Find("button").Click();
        Assert.NotSame(first, replay.Find(".run"));
    }

    [Fact]
    public void Replay_AnotherDrawing_DoesNotRunUntilPressed()
    {
        var replay = Show(Seven);
        replay.Find("button").Click();
        replay.Render(parameters => parameters.Add(shown => shown.Ink, Ink.FromStrokes([[[0, 0], [0, 9]]])));
        Assert.Equal("M50 6L50 94", replay.Find("path").GetAttribute("d"));
        Assert.Empty(replay.FindAll(".run"));
    }

    [Fact]
    public void Replay_WithoutInk_HasNothingToReplay() => Assert.Empty(Show(Ink.Blank).FindAll("button, path"));

    private IRenderedComponent<InkReplay> Show(Ink ink) => Render<InkReplay>(parameters => parameters
        .Add(replay => replay.Ink, ink).Add(replay => replay.Label, "Drawing 3").Add(replay => replay.ReplayLabel, "Replay drawing 3"));
}
