using System.Diagnostics;

namespace GameNight.Benchmarks.Endurance.Party;

/// <summary>What the guests of a party notice.</summary>
internal sealed class PartyFigures
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    private int _refused;

    public Stopwatch Clock { get; } = Stopwatch.StartNew();

    /// <summary>A live guess after a stroke.</summary>
    public Latencies Live { get; } = new();

    /// <summary>From <em>Guess</em> to the answer.</summary>
    public Latencies Answers { get; } = new();

    /// <summary>From the mark to <em>Saved</em>.</summary>
    public Latencies Saved { get; } = new();

    /// <summary>Times what tells by itself when it is there, and waits for what comes after it.</summary>
    public Task TimeAsync(Latencies latencies, Func<Action, Task> action)
    {
        var start = Clock.Elapsed;
        return action(() => latencies.Add(start, Clock.Elapsed - start));
    }

    public async Task TimeAsync(Latencies latencies, Func<Task> action)
    {
        var start = Clock.Elapsed;
        await action();
        latencies.Add(start, Clock.Elapsed - start);
    }

    /// <summary>Notes that the game refused something, or did not answer.</summary>
    public void Refuse(string reason)
    {
        Interlocked.Increment(ref _refused);
        Console.WriteLine($"  at {Clock.Elapsed.TotalSeconds:N1} s: {reason}");
    }

    public void Print()
    {
        Console.WriteLine($"The first {WarmUp.TotalSeconds} s aside:");
        Console.WriteLine($"  a live guess after a stroke: {Live.Within(WarmUp)}");
        Console.WriteLine($"  from Guess to the answer: {Answers.Within(WarmUp)}");
        Console.WriteLine($"  from the mark to Saved: {Saved.Within(WarmUp)}");
        Console.WriteLine($"  refused: {_refused}");
    }
}
