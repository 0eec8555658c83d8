using System.Threading.RateLimiting;
using GameNight.Limits;

namespace GameNight.Tests.Limits;

/// <summary>Its timer runs while there is something to look after, and only then.</summary>
public sealed class LimitersByNameTests : IDisposable
{
    private readonly FakeClock _clock = new();
    private readonly LimitersByName _limiters;
    private Purse? _purse;

    public LimitersByNameTests() => _limiters = new LimitersByName(_clock);

    [Fact]
    public void Timer_NobodyCame_Rests() => Assert.False(IsTicking);

    [Fact]
    public void Timer_WhoIsNotLimited_Rests()
    {
        Assert.True(_limiters.AttemptAcquire(RateLimitPartition.GetNoLimiter((1, "the host"))).IsAcquired);
        Assert.False(IsTicking);
    }

    [Fact]
    public void Timer_SomebodyCame_GivesBackUntilTheyAreAtRestAndThenRestsToo()
    {
        Assert.True(Take());
        Assert.False(Take());
        _clock.Pass(TimeSpan.FromSeconds(1));
        Assert.True(Take());

        _purse!.IdleFor = TimeSpan.FromSeconds(11);
        _clock.Pass(TimeSpan.FromSeconds(1));
        Assert.True(_purse!.IsDisposed);
        Assert.False(IsTicking);
    }

    [Fact]
    public void Timer_SomebodyCameAgain_TicksAgain()
    {
        Assert.True(Take());
        _purse!.IdleFor = TimeSpan.FromSeconds(11);
        _clock.Pass(TimeSpan.FromSeconds(1));

        Assert.True(Take());
        Assert.False(Take());
        _clock.Pass(TimeSpan.FromSeconds(1));
        Assert.True(Take());
    }

    public void Dispose() => _limiters.Dispose();

    private bool IsTicking => _clock.IsSetTo(_clock.GetUtcNow() + TimeSpan.FromSeconds(1));

    private bool Take() => _limiters.AttemptAcquire(RateLimitPartition.Get((1, "ann"), _ => _purse = new Purse())).IsAcquired;

    /// <summary>Has one permit, and one more with each tick.</summary>
    private sealed class Purse : ReplenishingRateLimiter
    {
        private bool _isFull = true;

        public TimeSpan? IdleFor { get; set; }

        public bool IsDisposed { get; private set; }

        public override TimeSpan? IdleDuration => IdleFor;

        public override bool IsAutoReplenishing => false;

        public override TimeSpan ReplenishmentPeriod => TimeSpan.FromSeconds(1);

        public override bool TryReplenish() => _isFull = true;

        public override RateLimiterStatistics? GetStatistics() => null;

        protected override RateLimitLease AttemptAcquireCore(int permitCount)
        {
            var lease = new Lease(_isFull);
            _isFull = false;
            return lease;
        }

        protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
            new(AttemptAcquireCore(permitCount));

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }

    private sealed class Lease(bool isAcquired) : RateLimitLease
    {
        public override bool IsAcquired => isAcquired;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }
}
