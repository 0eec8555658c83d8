using System.CommandLine;
using System.Globalization;
using GameNight.Backup;
using GameNight.Hosting;
using GameNight.Retraining;
using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Queue;

namespace GameNight.Commands;

/// <summary><c>retrain</c>: trains every algorithm that learns, or one, and activates what is better.</summary>
public static class RetrainCommand
{
    public static Command Create()
    {
        var algorithm = new Option<string?>("--algorithm") { Description = "Only this one learns; all that learn where none is named." };
        var command = new Command(
            "retrain",
            "Learn from the answers, and put what's better into service. The exit code is 0 where every run came to a decision, "
            + "activated, on trial or refused. Takes settings as serve does.")
        {
            algorithm,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) =>
            RunAsync(parsed.GetValue(algorithm), GameOptions.ReadFor(parsed.UnmatchedTokens), cancellation));
        return command;
    }

    /// <summary>Queues the runs and waits for their end, in whichever process they are executed.</summary>
    /// <param name="algorithm">The algorithm that is to learn; null for every one that can learn on this machine.</param>
    /// <param name="options">The game's settings.</param>
    /// <param name="cancellation">Ends the waiting, and the run that this process executes.</param>
    /// <returns>The exit code: 0 where every run came to a decision, else 1.</returns>
    internal static async Task<int> RunAsync(string? algorithm, GameOptions options, CancellationToken cancellation)
    {
        using var use = DataFolderLock.Share(options.Folders.Data);
        // This process does nothing else: training may take all processors.
        var training = options.Training with { Threads = Environment.ProcessorCount };
        await using var services = TrainerServices.Build(options with { Training = training });
        var (runs, worker) = (services.GetRequiredService<TrainingRuns>(), services.GetRequiredService<TrainingWorker>());
        var pipeline = services.GetRequiredService<RetrainingPipeline>();
        if (algorithm is not null && !pipeline.Algorithms.Contains(algorithm))
            throw new InvalidDataException($"{algorithm} doesn't learn from answers; {string.Join(" and ", pipeline.Algorithms)} do.");
        var queued = new List<string>();
        foreach (var learner in algorithm is null ? pipeline.Available : [algorithm])
            queued.Add((await runs.QueueAsync(learner, "the command retrain", cancellation)).Id);

        var progress = new RetrainProgress(runs, queued, options.Clock);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var showing = progress.ShowAsync(done.Token);
        try
        {
            await worker.WorkAsync(cancellation);
            while ((await progress.ReadAsync(cancellation)).Any(run => !run.HasEnded))
            {
                // Another process holds the lease, or the runs are left to a machine that can do them.
                await Task.Delay(options.Training.Poll, options.Clock, cancellation);
                await worker.WorkAsync(cancellation);
            }
        }
        finally
        {
            // Before the services are disposed, which the display reads from.
            await done.CancelAsync();
            await showing;
        }

        var ended = await progress.ReadAsync(cancellation);
        if (algorithm is null && pipeline.Algorithms.Except(pipeline.Available).ToList() is { Count: > 0 } unable)
            await Console.Error.WriteLineAsync($"Not on this machine, for want of a library: {string.Join(" and ", unable)}.");
        foreach (var run in ended)
            Console.WriteLine($"{run.Algorithm}: {run.Words}{DescribeCost(run.Report)}");
        return ended.All(run => run.State is RunState.Activated or RunState.OnTrial or RunState.Refused) ? 0 : 1;
    }

    private static string DescribeCost(TrainingReport? report) => report is null ? "" : string.Create(
        CultureInfo.InvariantCulture,
        $" {report.Seconds:F0} s, {report.ProcessorSeconds:F0} s of processor time: "
        + $"{report.Dollars:F5} $ at {report.DollarsPerCoreHour:F2} $ an hour and core.");
}
