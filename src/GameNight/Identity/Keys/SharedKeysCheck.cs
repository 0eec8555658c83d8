using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GameNight.Identity.Keys;

/// <summary>
/// Reports <see cref="HealthStatus.Unhealthy"/> while the other games' keys are unknown: a player whom a balancer sends here would be
/// somebody new, and lose the cookie that says who they are.
/// </summary>
internal sealed class SharedKeysCheck(KeySharing sharing) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(sharing.IsKnown
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The keys that sign the players' cookies couldn't be read from the table yet."));
}
