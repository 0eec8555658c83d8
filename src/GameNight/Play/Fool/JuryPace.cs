using System.Threading.RateLimiting;
using GameNight.Limits;

namespace GameNight.Play.Fool;

/// <summary>Holds those who vote or skip faster than anybody can look: a script gets no more say than a person.</summary>
public sealed class JuryPace : IDisposable
{
    /// <summary>The most votes and skipped drawings of a player in a minute.</summary>
    public const int PerMinute = 30;

    /// <summary>
    /// The same for an address, whose players may be one person in many windows. A party plays behind one address: forty people who need
    /// four seconds for a drawing.
    /// </summary>
    public const int PerMinuteAndAddress = 600;

    private readonly PartitionedRateLimiter<string> _players = Windows(PerMinute);
    private readonly PartitionedRateLimiter<string> _addresses = Windows(PerMinuteAndAddress);

    /// <summary>Whether one more vote of the player counts, or one more drawing may be skipped.</summary>
    /// <param name="player">The player's id.</param>
    /// <param name="address">Where the player's page is; null where that is not known.</param>
    public bool TryTake(string player, string? address)
    {
        using var ofPlayer = _players.AttemptAcquire(player);
        if (!ofPlayer.IsAcquired || address is null)
            return ofPlayer.IsAcquired;
        using var ofAddress = _addresses.AttemptAcquire(address);
        return ofAddress.IsAcquired;
    }

    public void Dispose()
    {
        _players.Dispose();
        _addresses.Dispose();
    }

    private static PartitionedRateLimiter<string> Windows(int limit) => NamedLimits.Create<string>(
        name => RateLimitPartition.GetSlidingWindowLimiter(name, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = limit,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        }));
}
