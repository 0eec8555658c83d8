using GameNight.Background;
using GameNight.Models.Registry;

namespace GameNight.Recognition.Deployment;

/// <summary>
/// Loads every contestant before the server listens, and then follows what other processes publish and activate.
/// </summary>
public sealed class RegistryPolling(
    ModelDeployment deployment, TimeSpan pause, TimeProvider clock, ILogger<RegistryPolling> log, RegistrySignal? changes = null)
    : PollingService("Following the model registry", pause, clock, log, changes)
{
    /// <summary>
    /// After this time the versions are listed although nothing was activated. Only a version that another process deleted is noticed so
    /// late.
    /// </summary>
    private static readonly TimeSpan ListAge = TimeSpan.FromMinutes(5);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await deployment.RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override Task TurnAsync(CancellationToken cancellation) => deployment.RefreshAsync(ListAge, cancellation);
}
