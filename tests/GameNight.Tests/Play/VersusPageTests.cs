using AngleSharp.Dom;
using Bunit;
using GameNight.Drawing.Pad;
using GameNight.Drawing.Strokes;
using GameNight.Play;

namespace GameNight.Tests.Play;

public sealed class VersusPageTests() : PlayPageContext(("mnist-cnn", 3), ("mnist-mlp", 8), ("k-means", 3), ("broken", null))
{
    [Fact]
    public async Task Draw_AStroke_ShowsEveryGuessAndStoresNothing()
    {
        var page = Render<VersusPage>();
        Assert.Equal("Who sees what?", page.Find("[role=status]").TextContent);
        await DrawAsync(page);
        Assert.Equal("2 of 3 say 3", page.Find("[role=status]").TextContent);
        Assert.Equal(
            [
                ("Stencil, MNIST-CNN", ">99 %", "3"), ("Dot, MNIST-MLP", ">99 %", "8"), ("Buckets, K-MEANS", ">99 %", "3"),
                ("BROKEN", "not here tonight", ""),
            ],
            page.FindAll("li").Select(item => (Text(item, "name"), Text(item, "confidence"), Text(item, "digit"))));
        Assert.Empty(await StoredAsync());
    }

    [Fact]
    public async Task Clear_AfterADrawing_RemovesTheGuesses()
    {
        var page = Render<VersusPage>();
        await DrawAsync(page);
        await page.InvokeAsync(() => page.FindComponent<DrawingPad>().Instance.InkDrawn([], []));
        Assert.Equal("Who sees what?", page.Find("[role=status]").TextContent);
        Assert.All(page.FindAll(".digit"), digit => Assert.Empty(digit.TextContent));
    }

    [Fact]
    public void Page_ForAProjector_HasOnlyThePadsButtons()
    {
        var page = Render<VersusPage>();
        Assert.Equal(["Undo", "Clear"], page.FindAll("button, a, input").Select(control => control.TextContent.Trim()));
    }

    [Fact]
    public async Task Version_ActivatedMeanwhile_GuessesTheDrawingAgain()
    {
        var page = Render<VersusPage>();
        await DrawAsync(page);
        await Fixture.PlayAsync("mnist-mlp", 3);
        page.WaitForAssertion(() => Assert.Equal("3 of 3 say 3", page.Find("[role=status]").TextContent));
    }

    private static Task DrawAsync(IRenderedComponent<VersusPage> page) =>
        page.InvokeAsync(() =>
            page.FindComponent<DrawingPad>().Instance.InkDrawn([[[10, 10, 0], [60, 10, 120], [30, 90, 400]]], [InputKind.Mouse]));

    private static string Text(IElement item, string part) => item.QuerySelector($".{part}")!.TextContent.Trim();
}
