using Bunit;
using GameNight.ModelAdmin.Versions;
using GameNight.Tests.Models;

namespace GameNight.Tests.ModelAdmin;

/// <summary>The host puts versions into service and deletes them.</summary>
public sealed class ModelsPageActivationTests : ModelsPageContext
{
    [Fact]
    public async Task Activate_ByTheHost_PromotesWithTheReasonAndRollsBack()
    {
        await Fixture.Library.PublishAsync(ModelPackageBuilder.Always("mnist-cnn", 4), default);
        var page = OpenAsHost();
        await PressAsync(page, "Stencil, MNIST-CNN Version 2", "Activate");
        Assert.Equal("Promote Stencil to version 2?", page.Find("dialog h2").TextContent);
        await page.InvokeAsync(() => page.Find("dialog input").InputAsync("better"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        Assert.Equal("Stencil plays version 2 now.", page.Find(".done").TextContent);
        Assert.Empty(page.FindAll("dialog"));
        Assert.Equal("2", Fixture.Contestants.Find("mnist-cnn")!.ActiveVersion);

        await PressAsync(page, "Stencil, MNIST-CNN Version 1", "Activate");
        Assert.Contains("goes from version 2 to version 1", Words(page.Find("dialog p")), StringComparison.Ordinal);
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        Assert.Equal("1", Fixture.Contestants.Find("mnist-cnn")!.ActiveVersion);
        var history = page.FindAll("#who-mnist-cnn li").Select(Words).ToList();
        Assert.EndsWith("from version 2 to version 1, by the host, without a reason", history[0], StringComparison.Ordinal);
        Assert.EndsWith("from version 1 to version 2, by the host: “better”", history[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Activate_AVersionThatCannotServe_SaysWhyAndChangesNothing()
    {
        await Fixture.Library.PublishAsync(ModelPackageBuilder.NotANumber("mnist-cnn"), default);
        var page = OpenAsHost();
        await PressAsync(page, "Stencil, MNIST-CNN Version 2", "Activate");
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        Assert.Contains("no probabilities", page.Find("dialog [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("1", Fixture.Contestants.Find("mnist-cnn")!.ActiveVersion);
        await PressAsync(page, () => page.Find("dialog"), "Cancel");
        Assert.Empty(page.FindAll("dialog"));
    }

    [Fact]
    public async Task Handlers_CalledByAPlayer_DoNothing()
    {
        await Fixture.Library.PublishAsync(ModelPackageBuilder.Always("mnist-cnn", 4), default);
        var page = Open();
        var algorithm = page.Instance.Algorithms![0];
        await page.InvokeAsync(() => page.Instance.AskAsync(new Change(algorithm, algorithm.Versions[0], Deletes: false)));
        await page.InvokeAsync(() => page.Instance.ChangeAsync("mine"));
        await page.InvokeAsync(() => page.Instance.TryAsync(algorithm.Versions[0]));
        await page.InvokeAsync(() => page.Instance.ShadowAsync(algorithm, algorithm.Versions[0]));
        Assert.Empty(page.FindAll("dialog"));
        Assert.Null((await Fixture.Library.FindAsync("mnist-cnn", default)).OnShadow);
        Assert.Equal("1", Fixture.Contestants.Find("mnist-cnn")!.ActiveVersion);
    }

    [Fact]
    public async Task Delete_OfAnOwnVersion_TakesItAway()
    {
        await Fixture.Library.PublishAsync(ModelPackageBuilder.Always("mnist-cnn", 4), default);
        var page = OpenAsHost();
        Assert.Equal(
            ["Activate", "Put on shadow", "Try it", "Delete"],
            Row(page, "Stencil, MNIST-CNN Version 2").QuerySelectorAll("button").Select(Words));
        Assert.Empty(Row(page, "Stencil, MNIST-CNN Version 1").QuerySelectorAll("button"));
        await PressAsync(page, "Stencil, MNIST-CNN Version 2", "Delete");
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        Assert.DoesNotContain("Stencil, MNIST-CNN Version 2", page.FindAll("th[scope=row]").Select(Name));
        Assert.Equal("Version 2 of Stencil is deleted.", page.Find("[role=status]").TextContent);
    }

    [Fact]
    public async Task Version_ActivatedElsewhere_IsShownWithoutAReload()
    {
        var page = Open();
        await Fixture.PlayAsync("mnist-cnn", 4, "elsewhere");
        page.WaitForAssertion(
            () => Assert.Equal("In service", Words(Row(page, "Stencil, MNIST-CNN Version 2").QuerySelector("[data-label=State]")!)));
        Assert.Equal("Played before", Words(Row(page, "Stencil, MNIST-CNN Version 1").QuerySelector("[data-label=Status]")!));
    }
}
