using Bunit;
using GameNight.Models;
using GameNight.Tests.Models;

namespace GameNight.Tests.ModelAdmin;

/// <summary>The host puts versions on shadow and takes them off.</summary>
public sealed class ModelsPageShadowTests : ModelsPageContext
{
    [Fact]
    public async Task Shadow_PutOnAndTakenOffByTheHost_IsShownInTheVersionsRow()
    {
        await Fixture.Library.PublishAsync(ModelPackageBuilder.Always("mnist-cnn", 4), default);
        var page = OpenAsHost();
        Assert.Contains("it guesses along silently", page.Find(".guest").TextContent, StringComparison.Ordinal);
        await PressAsync(page, "Stencil, MNIST-CNN Version 2", "Put on shadow");
        Assert.Equal("Version 2 of Stencil is on shadow now.", page.Find(".done").TextContent);
        var status = Words(Row(page, "Stencil, MNIST-CNN Version 2").QuerySelector("[data-label=Status] p")!);
        Assert.Matches(@"^Since \d+ \w+ \d{4}, \d\d:\d\d UTC, it guesses along silently; players never see it\.$", status);
        Assert.Contains(
            "version 2 guesses along silently", Words(Row(page, "Stencil, MNIST-CNN Version 1")), StringComparison.Ordinal);
        Assert.Equal("2", (await Fixture.Library.FindAsync("mnist-cnn", default)).OnShadow?.Version);

        await PressAsync(page, "Stencil, MNIST-CNN Version 2", "Take off shadow");
        Assert.Equal("Version 2 of Stencil is off shadow now.", page.Find(".done").TextContent);
        Assert.Equal("Hasn’t played yet", Words(Row(page, "Stencil, MNIST-CNN Version 2").QuerySelector("[data-label=Status]")!));
        Assert.Null((await Fixture.Library.FindAsync("mnist-cnn", default)).OnShadow);
    }

    [Fact]
    public async Task Shadow_ASecondVersion_NamesTheOneItReplaces()
    {
        await Fixture.Library.PublishAsync(ModelPackageBuilder.Always("mnist-cnn", 4), default);
        await Fixture.Library.PublishAsync(ModelPackageBuilder.Always("mnist-cnn", 5), default);
        var page = OpenAsHost();
        await PressAsync(page, "Stencil, MNIST-CNN Version 2", "Put on shadow");
        await PressAsync(page, "Stencil, MNIST-CNN Version 3", "Put on shadow");
        Assert.Equal("Version 3 of Stencil is on shadow now, in the place of version 2.", page.Find(".done").TextContent);
        Assert.Equal(
            ["Activate", "Put on shadow", "Try it", "Delete"],
            Row(page, "Stencil, MNIST-CNN Version 2").QuerySelectorAll("button").Select(Words));
        Assert.Equal(
            ["Activate", "Take off shadow", "Try it", "Delete"],
            Row(page, "Stencil, MNIST-CNN Version 3").QuerySelectorAll("button").Select(Words));
    }

    [Fact]
    public async Task Shadow_AVersionThatCannotGuess_SaysWhyAndChangesNothing()
    {
        await Fixture.Library.PublishAsync(ModelPackageBuilder.NotANumber("mnist-cnn"), default);
        var page = OpenAsHost();
        await PressAsync(page, "Stencil, MNIST-CNN Version 2", "Put on shadow");
        Assert.Matches("^Nothing was changed\\. .*no probabilities", page.Find("dialog [role=alert]").TextContent);
        Assert.Null((await Fixture.Library.FindAsync("mnist-cnn", default)).OnShadow);
        await PressAsync(page, () => page.Find("dialog"), "Close");
        Assert.Empty(page.FindAll("dialog"));
    }

    [Fact]
    public async Task Shadow_PutOnElsewhere_IsShownToAPlayerWithoutAReload()
    {
        await Fixture.Library.PublishAsync(ModelPackageBuilder.Always("mnist-cnn", 4), default);
        var page = Open();
        await Fixture.Deployment.PutOnShadowAsync(new ModelKey("mnist-cnn", "2"), "ann", default);
        page.WaitForAssertion(
            () => Assert.Contains("On shadow", Words(Row(page, "Stencil, MNIST-CNN Version 2")), StringComparison.Ordinal));
        Assert.Empty(page.FindAll("button"));
    }
}
