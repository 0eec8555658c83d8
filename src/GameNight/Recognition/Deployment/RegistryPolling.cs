
namespace GameNight.Recognition.Deployment;

/// <summary>Seats everybody before the first player comes, and then hears of what other processes publish and activate.</summary>
public sealed class RegistryPolling(ModelDeployment deployment, TimeSpan interval, TimeProvider clock) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await deployment.RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await deployment.RefreshAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The evening is over. A host that never got as far as to start would take it for a failure.
        }
    }
}
