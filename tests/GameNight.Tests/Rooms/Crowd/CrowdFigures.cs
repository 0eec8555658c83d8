using System.Collections.Concurrent;

namespace GameNight.Tests.Rooms.Crowd;

/// <summary>
/// What phones notice of a game: how long it takes to answer, what it refuses, and when its phases arrive. Safe for concurrent use.
/// </summary>
internal sealed class CrowdFigures
{
    private readonly ConcurrentDictionary<string, int> _refused = new();
    private int _acknowledged;
    private int _unanswered;
    private int _repeated;
    private int _answeredOtherwise;

    /// <summary>How long commands took that were answered at once, in milliseconds.</summary>
    public ConcurrentBag<double> Commands { get; } = [];

    /// <summary>When a phase began for the game, and when a phone was told.</summary>
    public ConcurrentBag<(string Room, int Round, string Phase, DateTimeOffset Began, DateTimeOffset Arrived)> Phases { get; } = [];

    public int Acknowledged => _acknowledged;

    /// <summary>How often a command had to be sent again, because the game was away.</summary>
    public int Unanswered => _unanswered;

    /// <summary>How many commands were sent twice with the same id.</summary>
    public int Repeated => _repeated;

    /// <summary>How many of these were not answered the same.</summary>
    public int AnsweredOtherwise => _answeredOtherwise;

    /// <summary>Why commands were refused, and how often.</summary>
    public IReadOnlyDictionary<string, int> Refused => _refused;

    public void Acknowledge() => Interlocked.Increment(ref _acknowledged);

    public void Refuse(string reason) => _refused.AddOrUpdate(reason, 1, (_, count) => count + 1);

    public void Miss() => Interlocked.Increment(ref _unanswered);

    public void Repeat(bool same)
    {
        Interlocked.Increment(ref _repeated);
        if (!same)
            Interlocked.Increment(ref _answeredOtherwise);
    }
}
