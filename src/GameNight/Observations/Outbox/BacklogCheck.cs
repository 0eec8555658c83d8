using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GameNight.Observations.Outbox;

/// <summary>
/// Reports <see cref="HealthStatus.Degraded"/> while observations wait for the database: the game goes on without it. The data
/// are <c>backlog</c> (observations), <c>refused</c> and, while any wait, <c>since</c>.
/// </summary>
public sealed class BacklogCheck(Backlog backlog) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var now = backlog.Now;
        var data = new Dictionary<string, object> { ["backlog"] = now.Plays, ["refused"] = now.Refused };
        if (now is { Waiting: > 0, Since: { } since })
            data["since"] = since;
        return Task.FromResult(now.Waiting > 0
            ? HealthCheckResult.Degraded(now.Failure, data: data)
            : HealthCheckResult.Healthy(data: data));
    }
}
