using GameNight.Components;
using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Scoreboard.Results;
using GameNight.Statistics;
using Microsoft.AspNetCore.Components;

namespace GameNight.Scoreboard.Charts.Accuracy;

/// <summary>The accuracy of each version by the number of labelled drawings that it learned from.</summary>
public sealed partial class LearningCurve(LearnedVersions learned, Contestants contestants, ILogger<LearningCurve> logger) : IDisposable
{
    private static readonly Proportion Nothing = new(0, 0);

    private readonly PageLifetime _lifetime = new();
    private LearningPlot _plot = LearningPlot.Empty;
    private bool _failed;

    [Parameter, EditorRequired]
    public Scores Scores { get; set; } = null!;

    /// <summary>The only algorithm that is shown; null for all.</summary>
    [Parameter]
    public string? Algorithm { get; set; }

    private string Lead => this switch
    {
        { _failed: true, _plot.Curves.Count: 0 } =>
            "The model registry doesn’t answer right now, so nobody can say which one learned what. Playing goes on.",
        { _plot.Curves.Count: 0 } => "The learners haven’t been to school yet. "
            + "Keep answering: after a few more they go, and you’ll see here what it brought.",
        _ => "What answers teach: each version by how many it learned from, with the 95 % interval. "
            + "Each is judged on the drawings there were when it was made; the first one, on the newest version’s. "
            + "How they played is no clean comparison: each version met other people and other digits."
            + _plot.Scale.Warning,
    };

    public void Dispose() => _lifetime.Dispose();

    protected override Task OnInitializedAsync() => ReadAsync();

    protected override void OnParametersSet() => Place();

    private void Place()
    {
        var shown = (learned.Latest ?? []).Where(version => Algorithm is null || version.Algorithm == Algorithm);
        _plot = LearningPlot.From([.. shown], Scores.Versions);
    }

    /// <summary>Called when the page opens and when a version changes. A new label does not change what was learned.</summary>
    private async Task ReadAsync()
    {
        try
        {
            await learned.ReadAsync(_lifetime.Token);
            _failed = false;
        }
        catch (OperationCanceledException) when (_lifetime.IsOver)
        {
            // The page was closed.
            return;
        }
        catch (ModelRegistryException e)
        {
            LogFailed(logger, e);
            _failed = true;
        }

        Place();
    }

    /// <summary>Compares the first version with the last on the same held-out drawings; empty with fewer than two.</summary>
    private static string Gain(LearningPlot.Curve curve) => curve.Points is [{ Version: { } first }, .., { Version: { } last }]
        ? $"Before any answer {ScoreFormatter.Mistakes(first.HeldOut)}; "
            + $"after {ScoreFormatter.Count(last.LearnedFrom, "answer")} {ScoreFormatter.Mistakes(last.HeldOut)}. The same drawings."
        : "";

    private string Description(LearningPlot.Curve curve) =>
        $"{contestants.NameOf(curve.Algorithm)}: a filled point for each version by its answers, and a hollow one for how it played";

    private static string Words(LearningPlot.Point point) =>
        $"version {point.Version.Version}, {ScoreFormatter.Count(point.Version.LearnedFrom, "answer")}";

    [LoggerMessage(LogLevel.Error, "The training reports cannot be read; the learning curve shows what was read last")]
    private static partial void LogFailed(ILogger logger, ModelRegistryException exception);
}
