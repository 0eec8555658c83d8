using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GameNight.Recognition.Guessing;

/// <summary>Reports the game as ready once at least one algorithm is in service.</summary>
public sealed class ReadinessCheck(Contestants contestants) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(contestants.All.Any(contestant => contestant.InService)
            ? HealthCheckResult.Healthy()
            : new HealthCheckResult(context.Registration.FailureStatus, "No algorithm is in service."));
}
