using System.Diagnostics.Metrics;
using System.Text.Json;
using GameNight.Background;
using GameNight.Http;
using GameNight.Models;
using GameNight.Retraining.Queue;
using GameNight.Retraining.Trial;
using GameNight.Storage;
using GameNight.Telemetry;

namespace GameNight.Retraining;

/// <summary>Executes the queued runs while it holds the lease, so that one process at a time trains.</summary>
public sealed partial class TrainingWorker(
    TrainingRuns runs, RetrainingPipeline pipeline, TrialJudge trials, VersionPruning pruning, Lease lease, TimeProvider clock,
    ILogger<TrainingWorker> log)
{
    private static readonly Histogram<double> Duration = GameTelemetry.Meter.CreateHistogram<double>(
        "gamenight.training.duration", "s", "How long a training run took until it ended, or until its trial began");

    /// <summary>A run whose process has ended this often is given up.</summary>
    private const int MaxAttempts = 3;

    /// <summary>How long a run that this machine cannot do is left to another one.</summary>
    private static readonly TimeSpan GracePeriod = TimeSpan.FromSeconds(20);

    private const string GivenUp = "Its trainer went away in the middle, again and again. What is in service is in the history.";

    /// <summary>Executes the queued runs, oldest first, unless another process trains.</summary>
    /// <returns>False where another process holds the lease.</returns>
    /// <exception cref="StoreException">The store cannot be read or written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, or the lease was lost.</exception>
    public Task<bool> WorkAsync(CancellationToken cancellation) => WorkAsync(_ => Task.CompletedTask, cancellation);

    /// <inheritdoc cref="WorkAsync(CancellationToken)"/>
    /// <param name="queue">Queues what is due. It is called under the lease, so that no two processes queue the same.</param>
    /// <param name="cancellation">Ends the run that is executed.</param>
    public async Task<bool> WorkAsync(Func<CancellationToken, Task> queue, CancellationToken cancellation)
    {
        await using var hold = await lease.TryTakeAsync(cancellation);
        if (hold is null)
            return false;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(hold.Lost, cancellation);
        await RequeueAbandonedAsync(either.Token);
        // Before anything is learned anew: what is decided about a trial decides with what the next candidate is compared.
        await trials.JudgeAsync(either.Token);
        await queue(either.Token);
        await RunQueuedAsync(hold.Lost, either.Token);
        return true;
    }

    private async Task RunQueuedAsync(CancellationToken lost, CancellationToken cancellation)
    {
        var hasRun = false;
        try
        {
            var reader = pipeline.NewReader();
            while (await NextAsync(cancellation) is { } run)
            {
                // What one algorithm has learned from is not in the way of what the next one needs.
                if (hasRun)
                    SpareMemory.Collect();
                hasRun = true;
                await RunAsync(run, reader, lost, cancellation);
            }
        }
        finally
        {
            if (hasRun)
                SpareMemory.Return();
        }
    }

    /// <summary>
    /// The run to execute next; null where none is queued. One that this machine cannot do is left to another machine for a while; then
    /// it is taken all the same, and fails.
    /// </summary>
    private async Task<TrainingRun?> NextAsync(CancellationToken cancellation) =>
        (await runs.ListAsync(cancellation)).LastOrDefault(run => run.State == RunState.Queued
            && (pipeline.Available.Contains(run.Algorithm) || clock.GetUtcNow() - run.QueuedAt > GracePeriod));

    /// <summary>
    /// Queues runs again whose process has ended. Only one process trains at a time, so whatever is marked as running while this one
    /// holds the lease was abandoned.
    /// </summary>
    private async Task RequeueAbandonedAsync(CancellationToken cancellation)
    {
        foreach (var run in (await runs.ListAsync(cancellation)).Where(run => run.State == RunState.Running))
        {
            if (run is { CancelRequested: false, Attempt: < MaxAttempts })
                await runs.ChangeAsync(run.Id, left => Requeue(left, run.Attempt + 1), cancellation);
            else
                await EndAsync(run, RunState.Failed, GivenUp, cancellation);
        }

        static TrainingRun Requeue(TrainingRun run, int attempt) => run with
        {
            State = RunState.Queued,
            Attempt = attempt,
            Stage = null,
            Progress = 0,
            Words = "waits again: its trainer went away",
            StartedAt = null,
        };
    }

    private async Task RunAsync(
        TrainingRun run, TrainingDataReader reader, CancellationToken lost, CancellationToken cancellation)
    {
        var begun = await runs.ChangeAsync(run.Id, Begin, cancellation);
        // It may have been cancelled while it waited.
        if (begun is not { State: RunState.Running })
            return;
        LogBegun(run.Algorithm, run.Trigger);
        using var trace = GameTelemetry.Traces.StartActivity("train");
        trace?.SetTag("algorithm", run.Algorithm);
        await using var progress = new RunProgressReporter(runs, run.Id, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(progress.Cancelled, cancellation);
        RunOutcome outcome;
        try
        {
            if (!pipeline.Algorithms.Contains(run.Algorithm))
                throw new InvalidModelException($"{run.Algorithm} does not learn here.");
            outcome = await pipeline.RunAsync(run, reader, progress.Report, either.Token);
        }
        catch (OperationCanceledException) when (progress.Cancelled.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            await EndAsync(run, RunState.Cancelled, "was cancelled. Nothing changed.", cancellation);
            return;
        }
        catch (OperationCanceledException) when (!lost.IsCancellationRequested)
        {
            // The process ends. Recording it here spares the others the wait for the lease to run out.
            await EndAsync(run, RunState.Failed, "The game was shut down in the middle. Nothing changed.", CancellationToken.None);
            throw;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever has failed ends this run alone, and not the service.
            LogFailed(run.Algorithm, e);
            // Anybody may read the reason. Only the detail of a problem is written for that.
            var reason = (e as ProblemException)?.Detail ?? "the log has the details.";
            await EndAsync(run, RunState.Failed, $"It failed, and nothing changed: {reason}", cancellation);
            return;
        }

        // Its version may be in service: that is recorded also when the process ends or the lease is lost.
        await EndAsync(run, outcome.State, outcome.Description, CancellationToken.None, outcome);
        LogEnded(run.Algorithm, outcome.State, outcome.Description);
        await pruning.RunAsync(run.Algorithm, cancellation);
    }

    private TrainingRun Begin(TrainingRun run) =>
        run.State == RunState.Queued ? run with { State = RunState.Running, StartedAt = clock.GetUtcNow() } : run;

    private async Task EndAsync(
        TrainingRun run, RunState state, string words, CancellationToken cancellation, RunOutcome? outcome = null)
    {
        var ended = await runs.ChangeAsync(run.Id, running => running.HasEnded ? running : running with
        {
            State = state,
            WasOnTrial = state == RunState.OnTrial,
            Words = words,
            Progress = outcome is null ? running.Progress : 1,
            EndedAt = clock.GetUtcNow(),
            Version = outcome?.Version,
            Report = outcome?.Report,
        }, cancellation);
        if (ended is { StartedAt: { } begun, EndedAt: { } end })
        {
            Duration.Record(
                (end - begun).TotalSeconds, new("algorithm", run.Algorithm),
                new("outcome", JsonNamingPolicy.CamelCase.ConvertName($"{ended.State}")));
        }
    }

    [LoggerMessage(LogLevel.Information, "Training of {Algorithm} begins: {Trigger}")]
    private partial void LogBegun(string algorithm, string trigger);

    [LoggerMessage(LogLevel.Information, "The training of {Algorithm} ended as {State}: {Words}")]
    private partial void LogEnded(string algorithm, RunState state, string words);

    [LoggerMessage(LogLevel.Error, "The training of {Algorithm} failed; the version in service stays")]
    private partial void LogFailed(string algorithm, Exception exception);
}
