using System.Threading.RateLimiting;
using GameNight.Identity.Access;

namespace GameNight.Limits;

/// <summary>
/// What the calls of each address may cost, in drawings: a call with a thousand drawings costs a thousand calls with one. What is not used
/// is saved up for a minute. The host is not limited.
/// </summary>
public sealed class CallBudget : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _budgets;
    private readonly int _perMinute;

    public CallBudget(LimitOptions options)
    {
        _perMinute = options.DrawingsPerMinute;
        // About every second, however few there are.
        var perPeriod = Math.Max(1, _perMinute / 60);
        _budgets = NamedLimits.Create<HttpContext>(context => RateLimitPartition.GetTokenBucketLimiter(
            ClientAddress.Of(context), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = _perMinute,
                TokensPerPeriod = perPeriod,
                ReplenishmentPeriod = TimeSpan.FromMinutes((double)perPeriod / _perMinute),
            }));
    }

    /// <summary>Takes the cost of a call, or of a part of it, once it is known and before the work is done.</summary>
    /// <param name="context">The call.</param>
    /// <param name="drawings">What it costs, in drawings.</param>
    /// <exception cref="BudgetSpentException">The address has spent what it has.</exception>
    public void Charge(HttpContext context, int drawings)
    {
        if (drawings == 0 || context.User.IsHost())
            return;
        // A batch may cost more than a minute's budget: then it costs all of it.
        using var lease = _budgets.AttemptAcquire(context, Math.Min(_perMinute, drawings));
        if (!lease.IsAcquired)
        {
            throw new BudgetSpentException(
                _perMinute, lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1));
        }
    }

    public void Dispose() => _budgets.Dispose();
}
