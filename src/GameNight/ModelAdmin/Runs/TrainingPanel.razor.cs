using System.Globalization;
using GameNight.Components;
using GameNight.Identity.Access;
using GameNight.Recognition.Guessing;
using GameNight.Retraining;
using GameNight.Retraining.Queue;
using GameNight.Retraining.Trial;
using GameNight.Scoreboard.Advice;
using GameNight.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace GameNight.ModelAdmin.Runs;

/// <summary>Who learns right now and who learned lately, live; for the host the button that starts it.</summary>
public sealed partial class TrainingPanel(
    TrainingRuns runs,
    Trials trials,
    RetrainingPipeline pipeline,
    Contestants contestants,
    TrainingOptions options,
    IAuthorizationService authorization,
    ILogger<TrainingPanel> logger) : IDisposable
{
    private const int Shown = 4;
    private const string Unreadable = "Who learns cannot be read right now. Who plays, plays on.";
    private const string Takeover =
        "Who does better for people it never learned from takes over. Where nobody can tell, the next drawings decide.";
    private const string Lesson = $"those who can learn do so from what people marked. {Takeover}";

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly PageLifetime _lifetime = new();
    private IReadOnlyList<TrainingRun> _runs = [];
    private IReadOnlyList<CandidateTrial> _trials = [];
    private string? _trouble;

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    private IReadOnlyList<TrainingRun> Going => [.. _runs.Where(run => !run.HasEnded).Reverse()];

    private IReadOnlyList<TrainingRun> Ended => [.. _runs.Where(run => run.HasEnded).Take(Shown)];

    private string Introduction => options switch
    {
        { NewMarks: > 0, Daily: { } hour } =>
            $"Every {options.NewMarks} marks, and at {hour.ToString("HH:mm", Invariant)} each night, {Lesson}",
        { NewMarks: > 0 } => $"Every {options.NewMarks} marks, {Lesson}",
        { Daily: { } hour } => $"At {hour.ToString("HH:mm", Invariant)} each night, {Lesson}",
        _ => $"Those who can learn do so from what people marked, when the host wants it. {Takeover}",
    };

    public void Dispose() => _lifetime.Dispose();

    /// <summary>Queues a run of every algorithm that can learn. Only for the host.</summary>
    internal async Task StartAsync()
    {
        if (!await authorization.IsHostAsync(Authentication))
            return;
        try
        {
            foreach (var algorithm in pipeline.Algorithms)
                await runs.QueueAsync(algorithm, TrainingEndpoints.HostAsked, CancellationToken.None);
            await ReadAsync(CancellationToken.None);
        }
        catch (StoreException e)
        {
            LogFailed(logger, e);
            _trouble = $"Nothing was begun. {e.Message}";
        }
    }

    /// <summary>Cancels a run. Only for the host.</summary>
    internal async Task CancelAsync(TrainingRun run)
    {
        if (!await authorization.IsHostAsync(Authentication))
            return;
        try
        {
            await runs.CancelAsync(run.Id, CancellationToken.None);
            await ReadAsync(CancellationToken.None);
        }
        catch (StoreException e)
        {
            LogFailed(logger, e);
            _trouble = $"It could not be stopped. {e.Message}";
        }
    }

    protected override Task OnInitializedAsync() => ReadAsync(_lifetime.Token);

    private static string Outcome(TrainingRun run) => run.State switch
    {
        RunState.Activated => "learned and took over",
        RunState.OnTrial => "is on trial",
        RunState.Refused => "stays as it was",
        RunState.Cancelled => "was stopped",
        _ => "could not learn",
    };

    /// <summary>What shows of a run; all else changes with it.</summary>
    private static (string, RunState, double, string, bool) Visible(TrainingRun run) =>
        (run.Id, run.State, run.Progress, run.Words, run.CancelRequested);

    private async Task UpdateAsync(CancellationToken whileHere)
    {
        var (before, tried, trouble) = (_runs, _trials, _trouble);
        await ReadAsync(whileHere);
        if (trouble != _trouble || !tried.Select(TrialFormatter.Describe).SequenceEqual(_trials.Select(TrialFormatter.Describe))
            || !before.Select(Visible).SequenceEqual(_runs.Select(Visible)))
        {
            StateHasChanged();
        }
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        try
        {
            _runs = await runs.WatchAsync(cancellation);
            _trials = await trials.ListAsync(cancellation);
            _trouble = null;
        }
        catch (StoreException e)
        {
            // The runs are read each second: a failure that goes on is logged once.
            if (_trouble != Unreadable)
                LogFailed(logger, e);
            _trouble = Unreadable;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Nobody looks any more.
        }
    }

    [LoggerMessage(LogLevel.Error, "The training runs could not be read or changed")]
    private static partial void LogFailed(ILogger logger, StoreException exception);
}
