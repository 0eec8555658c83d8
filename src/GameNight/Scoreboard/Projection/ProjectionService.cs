namespace GameNight.Scoreboard.Projection;

/// <summary>Keeps the scoreboard up to date: asks the store again and again what has changed.</summary>
public sealed partial class ProjectionService(ScoreboardProjection projection, TimeProvider clock, ILogger<ProjectionService> log) : BackgroundService
{
    /// <summary>Between two questions while somebody looks; a mark moves the charts within it.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);

    /// <summary>The same while nobody looks, or the store is away. Who comes to look asks by themselves first.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The server begins to listen meanwhile.
        await Task.Yield();
        var isAway = false;
        while (true)
        {
            try
            {
                await projection.CatchUpAsync(stoppingToken);
                isAway = false;
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // Whatever it is, the game goes on without a scoreboard.
                if (!isAway)
                    LogAway(e);
                isAway = true;
            }

            for (var waited = TimeSpan.Zero; waited < Patience; waited += Poll)
            {
                await Task.Delay(Poll, clock, stoppingToken);
                if (!isAway && projection.IsWatched)
                    break;
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The scoreboard cannot follow the observations; it tries again")]
    private partial void LogAway(Exception exception);
}
