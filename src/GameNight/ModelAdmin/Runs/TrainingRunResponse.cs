using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Queue;

namespace GameNight.ModelAdmin.Runs;

/// <summary>A training run and how far it is.</summary>
/// <param name="Id">Later runs have greater ids.</param>
/// <param name="Algorithm">Which learns.</param>
/// <param name="State">
/// <c>queued</c>, <c>running</c>, <c>activated</c>, <c>onTrial</c>, <c>refused</c>, <c>failed</c> or <c>cancelled</c>.
/// </param>
/// <param name="Stage">What is being done.</param>
/// <param name="Progress">How much of it all is done, 0 to 1.</param>
/// <param name="Words">The same in words; how it ended and why, once it has.</param>
/// <param name="Trigger">Why it was begun.</param>
/// <param name="StartedAt">Null while it waits.</param>
/// <param name="EndedAt">Null until it has ended.</param>
/// <param name="Version">The version that it published.</param>
/// <param name="Receipt">What it learned from, before and after, the decision and what it cost.</param>
public sealed record TrainingRunResponse(
    string Id,
    string Algorithm,
    RunState State,
    RunStage? Stage,
    double Progress,
    string Words,
    string Trigger,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    string? Version,
    TrainingReport? Receipt)
{
    public static TrainingRunResponse From(TrainingRun run) => new(
        run.Id,
        run.Algorithm,
        run.State,
        run.Stage,
        Math.Round(run.Progress, 3),
        run.Words,
        run.Trigger,
        run.StartedAt,
        run.EndedAt,
        run.Version,
        run.Report);
}
