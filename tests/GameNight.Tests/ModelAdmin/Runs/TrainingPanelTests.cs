using System.Security.Claims;
using Bunit;
using GameNight.Identity.Access;
using GameNight.ModelAdmin.Runs;
using GameNight.Retraining;
using GameNight.Retraining.Queue;
using GameNight.Storage;
using GameNight.Tests.Play;
using GameNight.Tests.Storage;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.ModelAdmin.Runs;

public sealed class TrainingPanelTests() : PlayPageContext(("mnist-cnn", 3))
{
    private TrainingRuns Runs => Services.GetRequiredService<TrainingRuns>();

    [Fact]
    public async Task Panel_ForTheHost_StartsAndCancelsRuns()
    {
        var panel = Show(Players.Player("ann", Players.HostRole));
        await panel.Find(".button-row button").ClickAsync();
        Assert.Equal(2, (await Runs.ListAsync(default)).Count);
        for (var going = 2; going > 0; going--)
        {
            panel.WaitForAssertion(() => Assert.Equal(going, panel.FindAll(".run").Count));
            await panel.Find(".run button").ClickAsync();
        }

        Assert.All(await Runs.ListAsync(default), run => Assert.Equal(RunState.Cancelled, run.State));
    }

    [Fact]
    public async Task Panel_ForAPlayer_ShowsTheRunsAndNoButton()
    {
        await Runs.QueueAsync("app-xgboost", "test", default);
        var panel = Show(Players.Player("ann"));
        panel.WaitForElement(".run");
        Assert.Empty(panel.FindAll("button"));
    }

    [Fact]
    public async Task Handlers_CalledByAPlayer_DoNothing()
    {
        var panel = Show(Players.Player("ann"));
        await panel.InvokeAsync(panel.Instance.StartAsync);
        Assert.Empty(await Runs.ListAsync(default));
        var run = await Runs.QueueAsync("app-xgboost", "test", default);
        await panel.InvokeAsync(() => panel.Instance.CancelAsync(run));
        Assert.Equal(RunState.Queued, Assert.Single(await Runs.ListAsync(default)).State);
    }

    [Fact]
    public async Task Panel_StoreFails_LogsWhatFailed()
    {
        using var log = Services.AddLogRecorder();
        Services.AddSingleton<IDocumentStore>(new FailingDocuments());
        var panel = Show(Players.Player("ann", Players.HostRole));
        panel.WaitForElement("[role=alert]");
        Assert.Equal("Error: The training runs could not be read or changed The documents are gone.", Assert.Single(log.Lines));
        await panel.InvokeAsync(panel.Instance.StartAsync);
        Assert.Equal(2, log.Lines.Count);
    }

    [Theory]
    [InlineData(true, "The machines retrain by themselves at 50 new answers, or at 04:00. A new version takes over only if")]
    [InlineData(false, "The machines retrain only when the host says so. A new version takes over only if")]
    public void Panel_WhereNothingTrainsByItself_PromisesNoRetraining(bool trains, string words)
    {
        Services.AddSingleton(new TrainingOptions { Enabled = trains });
        Assert.Contains(words, Show(Players.Player("ann")).Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<TrainingPanel> Show(ClaimsPrincipal viewer) =>
        Render<TrainingPanel>(panel => panel.AddCascadingValue(Task.FromResult(new AuthenticationState(viewer))));
}
