using System.Collections.Concurrent;
using System.Diagnostics;

namespace GameNight.Benchmarks.Endurance.Balanced;

/// <summary>What the guests of a balanced evening notice.</summary>
internal sealed class BalancedFigures
{
    private readonly ConcurrentQueue<Absence> _absences = [];
    private readonly ConcurrentDictionary<string, int> _reasons = new();
    private readonly Latencies _saved = new();
    private int _broken;

    public Stopwatch Clock { get; } = Stopwatch.StartNew();

    /// <summary>Notes that a page broke.</summary>
    public Absence Break(string game, string reason)
    {
        Interlocked.Increment(ref _broken);
        _reasons.AddOrUpdate($"{game}: {reason}", 1, (_, count) => count + 1);
        return new Absence(this, game, Clock.Elapsed);
    }

    /// <summary>Takes an absence that has ended.</summary>
    public void Add(Absence absence) => _absences.Enqueue(absence);

    /// <summary>Times what leads to <em>Saved</em>.</summary>
    public async Task TimeSavedAsync(Func<Task> mark)
    {
        var start = Clock.Elapsed;
        await mark();
        _saved.Add(start, Clock.Elapsed - start);
    }

    /// <summary>Prints how long those were away whose game was killed, and what else broke.</summary>
    /// <param name="killed">The game.</param>
    /// <param name="killedAt">When it was killed.</param>
    /// <param name="there">How many played there.</param>
    public void Print(string killed, TimeSpan killedAt, int there)
    {
        var moved = _absences.Where(absence => absence.From == killed && absence.Began >= killedAt).ToList();
        Console.WriteLine($"  from the kill to a page that can be drawn on: {Since(absence => absence.Loaded)}");
        Console.WriteLine($"  from the kill to the next Saved: {Since(absence => absence.Ended)}");
        foreach (var to in moved.GroupBy(absence => absence.To).OrderBy(group => group.Key, StringComparer.Ordinal))
            Console.WriteLine($"  went on at {to.Key}: {to.Count()}");
        Console.WriteLine($"  came back: {moved.Count} of {there}");
        Console.WriteLine($"  pages that broke otherwise: {_broken - moved.Count}");
        Console.WriteLine($"  from the mark to Saved, all evening: {_saved.Within(TimeSpan.Zero)}");
        foreach (var (reason, count) in _reasons.OrderByDescending(reason => reason.Value))
            Console.WriteLine($"    {count} × {reason}");

        Quantiles Since(Func<Absence, TimeSpan> end) =>
            new([.. moved.Select(absence => (end(absence) - killedAt).TotalMilliseconds).Order()]);
    }
}
