using System.Text.Json;
using Bunit;
using GameNight.Components;
using GameNight.Drawing.Pad;
using GameNight.Drawing.Strokes;
using GameNight.Models;
using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Queue;
using GameNight.Tests.ModelAdmin.Runs;
using GameNight.Tests.Models;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.ModelAdmin;

/// <summary>What the page shows of each version, and a trial.</summary>
public sealed class ModelsPageTests : ModelsPageContext
{
    [Fact]
    public async Task Models_ForAPlayer_ShowsEveryVersionAndNoButton()
    {
        await Fixture.Library.PublishAsync(ModelPackageBuilder.Always("mnist-cnn", 4), default);
        var page = Open();
        Assert.Equal(
            [
                "Stencil, MNIST-CNN Version 1", "Stencil, MNIST-CNN Version 2", "Dot, MNIST-MLP Version 1", "BROKEN Version 1",
                "BROKEN Version 1",
            ],
            page.FindAll("table[aria-label=Models] th[scope=row]").Select(Name));
        Assert.Empty(page.FindAll("button"));
        Assert.Contains("the link that the server printed", page.Find(".guest").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_VersionsOfAnAlgorithm_HaveAHeadingForEachColumn()
    {
        await Fixture.Library.PublishAsync(ModelPackageBuilder.Always("mnist-cnn", 4), default);
        foreach (var page in (IRenderedComponent<GameNight.ModelAdmin.ModelsPage>[])[Open(), OpenAsHost()])
        {
            var table = page.Find("table[aria-label='Versions of Stencil']");
            Assert.Equal(
                table.QuerySelectorAll("tbody tr")[0].Children.Length, table.QuerySelectorAll("thead th[scope=col]").Length);
        }
    }

    [Fact]
    public async Task Models_AVersion_ShowsItsManifest()
    {
        var package = ModelPackageBuilder.Always("mnist-cnn", 4);
        await Fixture.Library.PublishAsync(package with
        {
            Manifest = package.Manifest with
            {
                TrainedOn = JsonSerializer.Deserialize<JsonElement>("""{"mnist":"55,000 images (of MNIST)","seed":2}"""),
                Metrics = [new ModelMetric("mnist-test", 0.9964, 10000)],
            },
        }, default);
        var row = Row(Open(), "Stencil, MNIST-CNN Version 2");
        Assert.Matches(@"^\d+ \w+ \d{4}, \d\d:\d\d UTC$", Words(row.QuerySelector("[data-label=Made]")!));
        Assert.Equal("Hasn’t played yet", Words(row.QuerySelector("[data-label=Status]")!));
        Assert.Equal(
            [
                ("Size", "32 kB"), ("Trained on", "55,000 images."),
                ("Measured", "99.64 % right on MNIST’s test set n = 10,000, 95 % interval 99.50 to 99.74 %"),
                ("mnist", "55,000 images (of MNIST)"), ("seed", "2"),
            ],
            row.QuerySelectorAll("dl div").Select(note => (Words(note.Children[0]), Words(note.Children[1]))));
    }

    [Fact]
    public void Models_InServiceAndBroken_ShowTheirStatus()
    {
        var page = Open();
        Assert.Equal("In service", Words(Row(page, "Stencil, MNIST-CNN Version 1").QuerySelector("[data-label=State]")!));
        Assert.StartsWith(
            "Unavailable: model.onnx is damaged", Words(page.Find("#who-broken .line [data-label=State]")), StringComparison.Ordinal);
        Assert.StartsWith(
            "Unavailable: model.onnx is damaged", Words(page.Find("#who-broken .version [data-label=Status]")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_AVersionThatWaits_IsUnfoldedForTheHostAndForNobodyElse()
    {
        Assert.Empty(OpenAsHost().FindAll(".fold > td > details[open]"));
        await Fixture.Library.PublishAsync(ModelPackageBuilder.Always("mnist-cnn", 4), default);
        Assert.Single(OpenAsHost().FindAll("#who-mnist-cnn .fold > td > details[open]"));
        Assert.Empty(Open().FindAll(".fold > td > details[open]"));
    }

    [Fact]
    public async Task Try_AVersion_ShowsItsGuessBesideTheOneInService()
    {
        await Fixture.Library.PublishAsync(ModelPackageBuilder.Always("mnist-cnn", 4), default);
        var page = OpenAsHost();
        await PressAsync(page, "Stencil, MNIST-CNN Version 2", "Try it");
        await page.InvokeAsync(
            () => page.FindComponent<DrawingPad>().Instance.InkDrawn([[[10, 10, 0], [60, 10, 120], [30, 90, 400]]], [InputKind.Mouse]));
        page.WaitForAssertion(() => Assert.Equal(
            ["Version 2, on trial 4 >99 %", "Version 1, in service 3 >99 %"],
            page.FindAll(".trial dl div").Select(Words)));
        Assert.Empty(await StoredAsync());
        Assert.Equal("1", Fixture.Contestants.Find("mnist-cnn")!.ActiveVersion);
    }

    /// <summary>Of versions that never played, the receipt said that they take over.</summary>
    [Fact]
    public async Task Receipt_OfAVersionThatNeverPlayed_SaysWhatCameOfItsRunAndNoMore()
    {
        var sample = SampleRuns.Run(RunState.Activated, SampleRuns.Players()) with { Algorithm = "mnist-cnn", Version = "2" };
        var report = sample.Report! with { Algorithm = "mnist-cnn" };
        var runs = Services.GetRequiredService<TrainingRuns>();
        var queued = await runs.QueueAsync("mnist-cnn", "a test", default);
        await PublishAsync(report with { Run = queued.Id });
        await PublishAsync(report with { Run = "gone" });
        await PublishAsync(report with { Run = "gone", Decision = new PromotionDecision(false, ["nobody knows"], Tries: true) });
        await runs.ChangeAsync(
            queued.Id, run => run with { State = RunState.Refused, EndedAt = SampleRuns.Ended, Version = "2", Report = report }, default);
        var page = OpenAsHost();

        Assert.StartsWith("Version 2 stays out: another version got there first", await ReceiptAsync("2"), StringComparison.Ordinal);
        Assert.StartsWith("Version 3 is made, but couldn’t take over", await ReceiptAsync("3"), StringComparison.Ordinal);
        Assert.StartsWith("Version 4 stays out: too early to say", await ReceiptAsync("4"), StringComparison.Ordinal);

        async Task PublishAsync(TrainingReport report)
        {
            var package = ModelPackageBuilder.Always("mnist-cnn", 4);
            await Fixture.Library.PublishAsync(package with
            {
                Manifest = package.Manifest with { Metrics = [new ModelMetric("held-out", 0.9, 40)] },
                Extras = new Dictionary<string, byte[]> { [TrainingReport.FileName] = report.ToUtf8() },
            }, default);
        }

        async Task<string> ReceiptAsync(string version)
        {
            await PressAsync(page, $"Stencil, MNIST-CNN Version {version}", "Receipt");
            var words = Words(page.WaitForElement("dialog b"));
            await PressAsync(page, () => page.Find("dialog"), "Close");
            return words;
        }
    }

    [Fact]
    public void Dialogs_OnOnePage_HaveTitlesOfTheirOwn()
    {
        var titles = Enumerable.Range(1, 2)
            .Select(number => Render<Dialog>(dialog => dialog.Add(dialog => dialog.Title, $"Dialog {number}")))
            .Select(dialog => (Title: dialog.Find("h2").Id, LabelledBy: dialog.Find("dialog").GetAttribute("aria-labelledby")))
            .ToList();
        Assert.All(titles, dialog => Assert.Equal(dialog.Title, dialog.LabelledBy));
        Assert.Distinct(titles.Select(dialog => dialog.Title));
    }

    [Fact]
    public async Task Registry_Unreadable_ShowsAnAlert()
    {
        await Fixture.BreakRegistryAsync();
        Assert.Contains("The game goes on", Open().Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }
}
