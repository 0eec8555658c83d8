using GameNight.Models;
using GameNight.Retraining.Queue;
using GameNight.Storage;

namespace GameNight.Retraining;

/// <summary>Works off the queue while it holds the lease: one trainer at a time across all processes.</summary>
public sealed partial class TrainingWorker(TrainingRuns runs, RetrainingPipeline retrainer, Lease lease, TimeProvider clock, ILogger<TrainingWorker> log)
{
    /// <summary>What takes its trainer down so often is given up.</summary>
    private const int Attempts = 3;

    /// <summary>So long another machine has time to take what this one cannot do.</summary>
    private static readonly TimeSpan Courtesy = TimeSpan.FromSeconds(20);

    /// <summary>Runs whatever waits, oldest first, if nobody else does.</summary>
    /// <returns>False where another process trains at present, or something waits no longer.</returns>
    /// <exception cref="StoreException">The store cannot be asked.</exception>
    public Task<bool> WorkAsync(CancellationToken cancellation) => WorkAsync(_ => Task.CompletedTask, cancellation);

    /// <inheritdoc cref="WorkAsync(CancellationToken)"/>
    /// <param name="queue">Queues what is due; only the process that holds the lease does, so that of many none does it twice.</param>
    /// <param name="cancellation">Ends what runs.</param>
    public async Task<bool> WorkAsync(Func<CancellationToken, Task> queue, CancellationToken cancellation)
    {
        await using var hold = await lease.TryTakeAsync(cancellation);
        if (hold is null)
            return false;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(hold.Lost, cancellation);
        await RescueAsync(either.Token);
        await queue(either.Token);
        while (await NextAsync(either.Token) is { } run)
            await RunAsync(run, hold.Lost, either.Token);
        return true;
    }

    /// <summary>What this machine cannot do is left to another one for a while; then it is taken all the same, and fails with the reason.</summary>
    private async Task<TrainingRun?> NextAsync(CancellationToken cancellation) => (await runs.ListAsync(cancellation)).LastOrDefault(run =>
        run.State == RunState.Queued && (retrainer.Able.Contains(run.Algorithm) || clock.GetUtcNow() - run.QueuedAt > Courtesy));

    /// <summary>Whoever holds the lease knows that nobody else runs: what says so was left behind by a trainer that is gone, and has its turn again.</summary>
    private async Task RescueAsync(CancellationToken cancellation)
    {
        foreach (var run in (await runs.ListAsync(cancellation)).Where(run => run.State == RunState.Running))
        {
            if (run is { CancelRequested: false, Attempt: < Attempts })
                await runs.ChangeAsync(run.Id, left => left with { State = RunState.Queued, Attempt = run.Attempt + 1, Stage = null, Progress = 0, Words = "waits again: its trainer went away", StartedAt = null }, cancellation);
            else
                await EndAsync(run, RunState.Failed, "Its trainer went away in the middle, again and again. What is in service is in the history.", cancellation);
        }
    }

    private async Task RunAsync(TrainingRun run, CancellationToken lost, CancellationToken cancellation)
    {
        if (await runs.ChangeAsync(run.Id, waiting => waiting.State == RunState.Queued ? waiting with { State = RunState.Running, StartedAt = clock.GetUtcNow() } : waiting, cancellation) is not { State: RunState.Running })
            return;
        LogBegins(run.Algorithm, run.Trigger);
        await using var report = new RunProgressReporter(runs, run.Id, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(report.Cancelled, cancellation);
        try
        {
            if (!retrainer.Algorithms.Contains(run.Algorithm))
                throw new InvalidModelException($"{run.Algorithm} does not learn here.");
            var outcome = await retrainer.RunAsync(run, report.Tell, either.Token);
            await EndAsync(run, outcome.State, outcome.Words, cancellation, outcome);
            LogEnds(run.Algorithm, outcome.State, outcome.Words);
        }
        catch (OperationCanceledException) when (report.Cancelled.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            await EndAsync(run, RunState.Cancelled, "was cancelled. Nothing changed.", cancellation);
        }
        catch (OperationCanceledException) when (!lost.IsCancellationRequested)
        {
            // The process ends: nobody need wait for the lease to find that out.
            await EndAsync(run, RunState.Failed, "The game was shut down in the middle. Nothing changed.", CancellationToken.None);
            throw;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever it is, it ends this run alone.
            LogFailed(run.Algorithm, e);
            await EndAsync(run, RunState.Failed, $"It failed, and nothing changed: {e.Message}", cancellation);
        }
    }

    private Task<TrainingRun?> EndAsync(TrainingRun run, RunState state, string words, CancellationToken cancellation, RunOutcome? outcome = null) =>
        runs.ChangeAsync(run.Id, running => running.HasEnded ? running : running with
        {
            State = state,
            Words = words,
            Progress = outcome is null ? running.Progress : 1,
            EndedAt = clock.GetUtcNow(),
            Version = outcome?.Version,
            Receipt = outcome?.Receipt,
        }, cancellation);

    [LoggerMessage(LogLevel.Information, "{Algorithm} is trained: {Trigger}")]
    private partial void LogBegins(string algorithm, string trigger);

    [LoggerMessage(LogLevel.Information, "The training of {Algorithm} is {State}: {Words}")]
    private partial void LogEnds(string algorithm, RunState state, string words);

    [LoggerMessage(LogLevel.Error, "The training of {Algorithm} failed; what plays, plays on")]
    private partial void LogFailed(string algorithm, Exception exception);
}
