using System.Threading.RateLimiting;
using GameNight.Identity.Access;

namespace GameNight.Limits;

/// <summary>
/// What the calls of each address may cost, in drawings: a call with a thousand drawings costs a thousand calls with one. What is not used
/// is saved up for a minute. The host is not limited.
/// </summary>
public sealed class CallBudget : IDisposable
{
    /// <summary>As many pixels of a picture cost one drawing: reading them takes about as long as guessing.</summary>
    public const int Pixels = 1 << 16;

    private readonly PartitionedRateLimiter<HttpContext> _budgets;
    private readonly int _perMinute;

    public CallBudget(LimitOptions options)
    {
        _perMinute = options.DrawingsPerMinute;
        _budgets = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(
            ClientAddress.Of(context), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = _perMinute,
                TokensPerPeriod = Math.Max(1, _perMinute / 60),
                ReplenishmentPeriod = TimeSpan.FromSeconds(_perMinute >= 60 ? 1 : 60.0 / _perMinute),
            }));
    }

    /// <summary>Takes the cost of a call, once it is known, and before the work is done.</summary>
    /// <param name="context">The call.</param>
    /// <param name="drawings">How many drawings it has.</param>
    /// <param name="pixels">How many pixels their pictures have together.</param>
    /// <exception cref="BudgetSpentException">The address has spent what it has.</exception>
    public void Charge(HttpContext context, int drawings, int pixels = 0)
    {
        if (context.User.IsHost())
            return;
        // A batch may cost more than a minute's budget: then it costs all of it.
        var cost = Math.Min(_perMinute, drawings + pixels / Pixels);
        using var lease = _budgets.AttemptAcquire(context, cost);
        if (!lease.IsAcquired)
        {
            throw new BudgetSpentException(
                _perMinute, lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1));
        }
    }

    public void Dispose() => _budgets.Dispose();
}
