using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GameNight.Recognition.Guessing;

/// <summary>A game in which nobody can guess is up, but not ready.</summary>
public sealed class ReadinessCheck(Contestants contestants) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(contestants.All.Any(contestant => contestant.InService)
            ? HealthCheckResult.Healthy()
            : new HealthCheckResult(context.Registration.FailureStatus, "No algorithm is in service."));
}
