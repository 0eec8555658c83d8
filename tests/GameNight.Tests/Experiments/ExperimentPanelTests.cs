using System.Security.Claims;
using Bunit;
using GameNight.Experiments;
using GameNight.Identity.Access;
using GameNight.Observations.Sqlite;
using GameNight.Storage;
using GameNight.Tests.Storage;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Experiments;

public sealed class ExperimentPanelTests : BunitContext
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDocumentStore _documents;
    private readonly Experiment _experiment;

    public ExperimentPanelTests()
    {
        _documents = new SqliteDocumentStore(_folder.Path, NullLogger<SqliteDocumentStore>.Instance);
        Services.AddAccess();
        Services.AddSingleton(_experiment = new Experiment(_documents));
    }

    [Fact]
    public async Task Panel_ForAPlayer_ShowsTheModeAndHasNoSwitch()
    {
        var panel = Open(Players.Player("ann"));
        Assert.Contains("a new guest for each drawing", panel.Find("section p").TextContent, StringComparison.Ordinal);
        Assert.Empty(panel.FindAll("input"));
        await _experiment.SetAsync(ExperimentMode.Sampling, default);
        panel.WaitForAssertion(() => Assert.Contains(
            "ones that did better tonight come more often", panel.Find("section p").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Panel_SetByAPlayer_KeepsTheMode()
    {
        var panel = Open(Players.Player("ann"));
        await panel.InvokeAsync(() => panel.Instance.SetAsync(ExperimentMode.Sampling));
        Assert.Equal(ExperimentMode.Lot, await _experiment.ReadAsync(default));
    }

    [Fact]
    public async Task Panel_ForTheHost_SetsTheMode()
    {
        var panel = Open(Players.Player("ann", Players.HostRole));
        var labels = panel.FindAll("[role=radiogroup] label").Select(label => label.TextContent.Trim());
        Assert.Equal(["A new guest for each drawing", "Everybody keeps one", "The better ones more often"], labels);
        Assert.Equal("Lot", panel.Find("input[checked]").GetAttribute("value"));
        await panel.Find("input[value=Sampling]").ChangeAsync("Sampling");
        Assert.Equal(ExperimentMode.Sampling, await _experiment.ReadAsync(default));
        panel.WaitForAssertion(() => Assert.Equal("Sampling", panel.Find("input[checked]").GetAttribute("value")));
    }

    [Fact]
    public async Task Panel_ModeThatCannotBeRead_ShowsAnAlert()
    {
        await _documents.TryWriteAsync("experiment", "mode", "torn"u8.ToArray(), 0, default);
        var panel = Open(Players.Player("ann", Players.HostRole));
        Assert.Contains("can’t read", panel.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(panel.FindAll("input"));
    }

    [Fact]
    public async Task Panel_StoreFails_LogsWhatFailed()
    {
        using var log = Services.AddLogRecorder();
        Services.AddSingleton(new Experiment(new FailingDocuments()));
        var panel = Open(Players.Player("ann", Players.HostRole));
        Assert.Equal("Error: The mode of the experiment could not be read or changed The documents are gone.", Assert.Single(log.Lines));
        await panel.InvokeAsync(() => panel.Instance.SetAsync(ExperimentMode.Sampling));
        Assert.Equal(2, log.Lines.Count);
    }

    [Fact]
    public async Task Panel_ReadingFailsForAnUnforeseenReason_TellsThePage()
    {
        var isWritten = false;
        var experiment = new Experiment(new InterceptedDocumentStore(_documents)
        {
            Before = call =>
            {
                if (isWritten && call == nameof(IDocumentStore.FindAsync))
                    throw new InvalidOperationException("broken");
                isWritten |= call == nameof(IDocumentStore.TryWriteAsync);
            },
        });
        Services.AddSingleton(experiment);
        Open(Players.Player("ann"));
        await experiment.SetAsync(ExperimentMode.Sampling, default);
        Assert.Equal("broken", (await Renderer.UnhandledException.WaitAsync(DefaultWaitTimeout)).Message);
    }

    /// <summary>Renders the panel and waits until the mode has been read.</summary>
    private IRenderedComponent<ExperimentPanel> Open(ClaimsPrincipal viewer)
    {
        var panel = Render<ExperimentPanel>(panel => panel.AddCascadingValue(Task.FromResult(new AuthenticationState(viewer))));
        panel.WaitForElement("section p");
        return panel;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _documents.Dispose();
            _folder.Dispose();
        }
    }
}
