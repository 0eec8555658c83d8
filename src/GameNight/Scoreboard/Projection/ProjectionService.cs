using GameNight.Background;

namespace GameNight.Scoreboard.Projection;

/// <summary>Keeps the scoreboard up to date: asks the store again and again what has changed.</summary>
public sealed class ProjectionService(ScoreboardProjection projection, TimeProvider clock, ILogger<ProjectionService> log)
    : PollingService("Counting the observations for the scoreboard", Idle, clock, log)
{
    /// <summary>Between two questions while somebody looks; a mark moves the charts within it.</summary>
    private static readonly TimeSpan Watched = TimeSpan.FromMilliseconds(250);

    /// <summary>The same while nobody looks, or the store is away. Who comes to look asks by themselves first.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(4);

    private bool _hasBegun;

    /// <summary>None before the first turn. Who begins to look ends a long one.</summary>
    protected override async Task PauseAsync(CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; _hasBegun && waited < Idle; waited += Watched)
        {
            await Task.Delay(Watched, Clock, cancellation);
            if (projection.IsWatched && Failures == 0)
                return;
        }

        _hasBegun = true;
    }

    protected override Task TurnAsync(CancellationToken cancellation) => projection.CatchUpAsync(cancellation);
}
