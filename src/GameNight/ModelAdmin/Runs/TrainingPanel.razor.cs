using GameNight.Components;
using GameNight.Identity.Access;
using GameNight.ModelAdmin.Versions;
using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Retraining;
using GameNight.Retraining.Queue;
using GameNight.Retraining.Trial;
using GameNight.Scoreboard.Advice;
using GameNight.Scoreboard.Charts;
using GameNight.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace GameNight.ModelAdmin.Runs;

/// <summary>What is learned right now and what was lately, live; for the host the button that starts it.</summary>
public sealed partial class TrainingPanel(
    TrainingRuns runs,
    Trials trials,
    RetrainingPipeline pipeline,
    Contestants contestants,
    TrainingOptions options,
    TimeProvider clock,
    IAuthorizationService authorization,
    ILogger<TrainingPanel> logger) : IDisposable
{
    private const string Unreadable = "Nobody can say right now who is learning: the database doesn’t answer. The game goes on.";
    private const string Takeover =
        "A new version takes over only if it reads the digits of people it hasn’t learned from better. Until that’s clear, it guesses "
        + "along silently.";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly PageLifetime _lifetime = new();
    private Learning _learning = Learning.None;
    private string? _news;
    private string? _trouble;

    /// <summary>What went into service last, whoever put it there; null for nothing.</summary>
    [Parameter]
    public Activation? Latest { get; set; }

    /// <summary>Raised with what is learned and tried, when it has changed.</summary>
    [Parameter]
    public EventCallback<Learning> Changed { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    private IReadOnlyList<TrainingRun> Going => [.. _learning.Runs.Where(run => !run.HasEnded).Reverse()];

    private string Introduction => RetrainFacts.ScheduleOf(options) is { } schedule
        ? $"The machines retrain by themselves {schedule}. {Takeover}"
        : $"The machines retrain only when the host says so. {Takeover}";

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
            _trouble = $"Nobody was sent to school, and nothing has changed. {e.Message} Try again in a moment.";
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
            _trouble = $"That couldn’t be stopped, and goes on. {e.Message} Try again in a moment.";
        }
    }

    protected override Task OnInitializedAsync() => ReadAsync(_lifetime.Token);

    /// <summary>What shows of a run; all else changes with it.</summary>
    private static (string, RunState, double, string, bool) Visible(TrainingRun run) =>
        (run.Id, run.State, run.Progress, run.Words, run.CancelRequested);

    /// <summary>What shows of a trial.</summary>
    private static (string, string, string) Visible(CandidateTrial trial) =>
        (trial.Algorithm, trial.Version, TrialFormatter.Describe(trial));

    private async Task UpdateAsync(CancellationToken whileHere)
    {
        var (news, trouble) = (_news, _trouble);
        if (await ReadAsync(whileHere) || news != _news || trouble != _trouble)
            StateHasChanged();
    }

    /// <returns>Whether something is to be seen that was not before.</returns>
    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        var before = _learning;
        try
        {
            _learning = new(await runs.WatchAsync(cancellation), await trials.ListAsync(cancellation));
            _trouble = null;
            _news = LatestNews.Of(_learning.Runs, Latest, contestants.NameOf, clock.GetUtcNow());
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

        if (before.Runs.Select(Visible).SequenceEqual(_learning.Runs.Select(Visible))
            && before.Trials.Select(Visible).SequenceEqual(_learning.Trials.Select(Visible)))
        {
            return false;
        }

        await Changed.InvokeAsync(_learning);
        return true;
    }

    [LoggerMessage(LogLevel.Error, "The training runs could not be read or changed")]
    private static partial void LogFailed(ILogger logger, StoreException exception);
}
