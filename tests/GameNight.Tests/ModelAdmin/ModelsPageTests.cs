using System.Text.Json;
using AngleSharp.Dom;
using Bunit;
using Bunit.Rendering;
using GameNight.Drawing.Pad;
using GameNight.Drawing.Strokes;
using GameNight.Identity.Access;
using GameNight.ModelAdmin;
using GameNight.ModelAdmin.Versions;
using GameNight.Models;
using GameNight.Tests.Models;
using GameNight.Tests.Play;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.ModelAdmin;

public sealed class ModelsPageTests() : PlayPageContext(("mnist-cnn", 3), ("mnist-mlp", 8), ("broken", null))
{
    [Fact]
    public async Task Models_ForAPlayer_ShowsEveryVersionAndNoButton()
    {
        await Table.Library.PublishAsync(ModelPackageBuilder.Always("mnist-cnn", 4), default);
        var page = Open();
        Assert.Equal(
            ["MNIST-CNN Version 2", "MNIST-CNN Version 1", "MNIST-MLP Version 1", "BROKEN Version 1"],
            page.FindAll("table[aria-label=Models] th[scope=row]").Select(Name));
        Assert.Empty(page.FindAll("button"));
        Assert.Contains("the link that the server printed", page.Find(".guest").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_OfAVersion_SaysWhatItsManifestSays()
    {
        var package = ModelPackageBuilder.Always("mnist-cnn", 4);
        await Table.Library.PublishAsync(package with
        {
            Manifest = package.Manifest with
            {
                TrainedOn = JsonSerializer.Deserialize<JsonElement>("""{"mnist":"55,000 images (of MNIST)","seed":2}"""),
                Metrics = [new ModelMetric("mnist-test", 0.9964, 10000)],
            },
        }, default);
        var row = Row(Open(), "MNIST-CNN Version 2");
        var cells = row.QuerySelectorAll("td").Select(Words).ToList();
        Assert.Matches(@"^\d+ \w+ \d{4}, \d\d:\d\d UTC$", cells[0]);
        Assert.Equal("32 kB", cells[1]);
        Assert.StartsWith("55,000 images.", cells[2], StringComparison.Ordinal);
        Assert.Equal(
            [("mnist", "55,000 images (of MNIST)"), ("seed", "2")],
            row.QuerySelectorAll("dl div").Select(note => (Words(note.Children[0]), Words(note.Children[1]))));
        Assert.Equal("99.64 % right on MNIST’s test set n = 10,000, 95 % interval 99.50 to 99.74 %", cells[3]);
        Assert.Equal("Published", cells[4]);
    }

    [Fact]
    public void Models_InServiceAndBroken_SayTheirStatus()
    {
        var page = Open();
        Assert.Equal("In service", Words(Row(page, "MNIST-CNN Version 1").QuerySelector("[data-label=Status]")!));
        Assert.StartsWith(
            "Unavailable: model.onnx is damaged",
            Words(Row(page, "BROKEN Version 1").QuerySelector("[data-label=Status]")!),
            StringComparison.Ordinal);
        Assert.Contains("model.onnx is damaged", page.Find("#who-broken .trouble").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Activate_ByTheHost_PromotesWithTheReasonAndRollsBack()
    {
        await Table.Library.PublishAsync(ModelPackageBuilder.Always("mnist-cnn", 4), default);
        var page = OpenAsHost();
        await PressAsync(page, "MNIST-CNN Version 2", "Activate");
        Assert.Equal("Promote MNIST-CNN to version 2?", page.Find("dialog h2").TextContent);
        await page.InvokeAsync(() => page.Find("dialog input").InputAsync("better"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        Assert.Equal("MNIST-CNN plays version 2 now.", page.Find(".done").TextContent);
        Assert.Empty(page.FindAll("dialog"));
        Assert.Equal("2", Table.Contestants.Find("mnist-cnn")!.ActiveVersion);

        await PressAsync(page, "MNIST-CNN Version 1", "Activate");
        Assert.Contains("goes from version 2 to version 1", Words(page.Find("dialog p")), StringComparison.Ordinal);
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        Assert.Equal("1", Table.Contestants.Find("mnist-cnn")!.ActiveVersion);
        var history = page.FindAll("#who-mnist-cnn li").Select(Words).ToList();
        Assert.EndsWith("from version 2 to version 1, by the host, without a reason", history[0], StringComparison.Ordinal);
        Assert.EndsWith("from version 1 to version 2, by the host: “better”", history[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Activate_AVersionThatCannotServe_SaysWhyAndChangesNothing()
    {
        await Table.Library.PublishAsync(ModelPackageBuilder.NotANumber("mnist-cnn"), default);
        var page = OpenAsHost();
        await PressAsync(page, "MNIST-CNN Version 2", "Activate");
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        Assert.Contains("no probabilities", page.Find("dialog [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("1", Table.Contestants.Find("mnist-cnn")!.ActiveVersion);
        await PressAsync(page, () => page.Find("dialog"), "Cancel");
        Assert.Empty(page.FindAll("dialog"));
    }

    [Fact]
    public async Task Handlers_CalledByAPlayer_DoNothing()
    {
        await Table.Library.PublishAsync(ModelPackageBuilder.Always("mnist-cnn", 4), default);
        var page = Open();
        var algorithm = page.Instance.Algorithms![0];
        await page.InvokeAsync(() => page.Instance.AskAsync(new Change(algorithm, algorithm.Versions[0], Deletes: false)));
        await page.InvokeAsync(() => page.Instance.ChangeAsync("mine"));
        await page.InvokeAsync(() => page.Instance.TryAsync(algorithm.Versions[0]));
        await page.InvokeAsync(() => page.Instance.ShadowAsync(algorithm, algorithm.Versions[0]));
        Assert.Empty(page.FindAll("dialog"));
        Assert.Null((await Table.Library.FindAsync("mnist-cnn", default)).OnShadow);
        Assert.Equal("1", Table.Contestants.Find("mnist-cnn")!.ActiveVersion);
    }

    [Fact]
    public async Task Delete_OfAnOwnVersion_TakesItAway()
    {
        await Table.Library.PublishAsync(ModelPackageBuilder.Always("mnist-cnn", 4), default);
        var page = OpenAsHost();
        Assert.Equal(
            ["Activate", "Put on shadow", "Try it", "Delete"], Row(page, "MNIST-CNN Version 2").QuerySelectorAll("button").Select(Words));
        Assert.Empty(Row(page, "MNIST-CNN Version 1").QuerySelectorAll("button"));
        await PressAsync(page, "MNIST-CNN Version 2", "Delete");
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        Assert.DoesNotContain("MNIST-CNN Version 2", page.FindAll("th[scope=row]").Select(Name));
        Assert.Equal("Version 2 of MNIST-CNN is deleted.", page.Find("[role=status]").TextContent);
    }

    [Fact]
    public async Task Shadow_PutOnAndTakenOffByTheHost_IsSaidInTheVersionsRow()
    {
        await Table.Library.PublishAsync(ModelPackageBuilder.Always("mnist-cnn", 4), default);
        var page = OpenAsHost();
        Assert.Contains("it guesses every drawing unseen", page.Find(".guest").TextContent, StringComparison.Ordinal);
        await PressAsync(page, "MNIST-CNN Version 2", "Put on shadow");
        Assert.Equal("Version 2 of MNIST-CNN is on shadow now.", page.Find(".done").TextContent);
        var status = Words(Row(page, "MNIST-CNN Version 2").QuerySelector("[data-label=Status] p")!);
        Assert.Matches(@"^On shadow since \d+ \w+ \d{4}, \d\d:\d\d UTC: it guesses every drawing unseen\.$", status);
        Assert.Equal("2", (await Table.Library.FindAsync("mnist-cnn", default)).OnShadow?.Version);

        await PressAsync(page, "MNIST-CNN Version 2", "Take off shadow");
        Assert.Equal("Version 2 of MNIST-CNN is off shadow now.", page.Find(".done").TextContent);
        Assert.Equal("Published", Words(Row(page, "MNIST-CNN Version 2").QuerySelector("[data-label=Status]")!));
        Assert.Null((await Table.Library.FindAsync("mnist-cnn", default)).OnShadow);
    }

    [Fact]
    public async Task Shadow_ASecondVersion_SaysWhosePlaceItTakes()
    {
        await Table.Library.PublishAsync(ModelPackageBuilder.Always("mnist-cnn", 4), default);
        await Table.Library.PublishAsync(ModelPackageBuilder.Always("mnist-cnn", 5), default);
        var page = OpenAsHost();
        await PressAsync(page, "MNIST-CNN Version 2", "Put on shadow");
        await PressAsync(page, "MNIST-CNN Version 3", "Put on shadow");
        Assert.Equal("Version 3 of MNIST-CNN is on shadow now, in the place of version 2.", page.Find(".done").TextContent);
        Assert.Equal(
            ["Activate", "Put on shadow", "Try it", "Delete"], Row(page, "MNIST-CNN Version 2").QuerySelectorAll("button").Select(Words));
        Assert.Equal(
            ["Activate", "Take off shadow", "Try it", "Delete"], Row(page, "MNIST-CNN Version 3").QuerySelectorAll("button").Select(Words));
    }

    [Fact]
    public async Task Shadow_AVersionThatCannotGuess_SaysWhyAndChangesNothing()
    {
        await Table.Library.PublishAsync(ModelPackageBuilder.NotANumber("mnist-cnn"), default);
        var page = OpenAsHost();
        await PressAsync(page, "MNIST-CNN Version 2", "Put on shadow");
        Assert.Matches("^Nothing was changed\\. .*no probabilities", page.Find("dialog [role=alert]").TextContent);
        Assert.Null((await Table.Library.FindAsync("mnist-cnn", default)).OnShadow);
        await PressAsync(page, () => page.Find("dialog"), "Close");
        Assert.Empty(page.FindAll("dialog"));
    }

    [Fact]
    public async Task Shadow_PutOnElsewhere_IsShownToAPlayerWithoutAReload()
    {
        await Table.Library.PublishAsync(ModelPackageBuilder.Always("mnist-cnn", 4), default);
        var page = Open();
        await Table.Deployment.PutOnShadowAsync(new ModelKey("mnist-cnn", "2"), "ann", default);
        page.WaitForAssertion(() => Assert.Contains("On shadow since", Words(Row(page, "MNIST-CNN Version 2")), StringComparison.Ordinal));
        Assert.Empty(page.FindAll("button"));
    }

    [Fact]
    public async Task Try_AVersion_ShowsItsGuessBesideTheOneInService()
    {
        await Table.Library.PublishAsync(ModelPackageBuilder.Always("mnist-cnn", 4), default);
        var page = OpenAsHost();
        await PressAsync(page, "MNIST-CNN Version 2", "Try it");
        await page.InvokeAsync(
            () => page.FindComponent<DrawingPad>().Instance.InkDrawn([[[10, 10, 0], [60, 10, 120], [30, 90, 400]]], [InputKind.Mouse]));
        page.WaitForAssertion(
            () =>
                Assert.Equal(["Version 2, on trial 4 >99 %", "Version 1, in service 3 >99 %"], page.FindAll(".trial dl div").Select(Words)));
        Assert.Empty(await StoredAsync());
        Assert.Equal("1", Table.Contestants.Find("mnist-cnn")!.ActiveVersion);
    }

    [Fact]
    public async Task Version_ActivatedElsewhere_IsShownWithoutAReload()
    {
        var page = Open();
        await Table.PlayAsync("mnist-cnn", 4, "elsewhere");
        page.WaitForAssertion(
            () => Assert.Equal("In service", Words(Row(page, "MNIST-CNN Version 2").QuerySelector("[data-label=Status]")!)));
        Assert.Equal("Published", Words(Row(page, "MNIST-CNN Version 1").QuerySelector("[data-label=Status]")!));
    }

    [Fact]
    public async Task Registry_Unreadable_IsSaidInWords()
    {
        await Table.BreakRegistryAsync();
        Assert.Contains("Who plays, plays on", Open().Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    private new IRenderedComponent<ModelsPage> Open() => OpenAs(null);

    private IRenderedComponent<ModelsPage> OpenAsHost() => OpenAs(Players.HostRole);

    private IRenderedComponent<ModelsPage> OpenAs(string? role)
    {
        var page = Render<ModelsPage>(
            page => page.AddCascadingValue(Task.FromResult(new AuthenticationState(Players.Player("ann", role)))));
        page.WaitForElement("table, [role=alert]");
        return page;
    }

    private static IElement Row(IRenderedComponent<ModelsPage> page, string name) =>
        page.FindAll("tr").Single(row => row.QuerySelector("th[scope=row]") is { } header && Name(header) == name);

    private static string Name(IElement header) => Words(header).Replace(" came with the game", "", StringComparison.Ordinal);

    private static Task PressAsync(IRenderedComponent<ModelsPage> page, string row, string button) =>
        PressAsync(page, () => Row(page, row), button);

    /// <summary>The page shows others' changes meanwhile: a button that was found may be an old one, and is looked for again.</summary>
    private static async Task PressAsync(IRenderedComponent<ModelsPage> page, Func<IElement> part, string button)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await page.InvokeAsync(
                    () => part().QuerySelectorAll("button").Single(candidate => Words(candidate) == button).ClickAsync());
                return;
            }
            catch (UnknownEventHandlerIdException) when (attempt < 100)
            {
                await Task.Delay(10);
                page.Render();
            }
        }
    }

    private static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
