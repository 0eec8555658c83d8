using System.Diagnostics;
using System.Globalization;
using GameNight.Tests.Rooms.Crowd;

namespace GameNight.Benchmarks.Endurance.Rooms;

/// <summary>What phones notice of the rooms, and what the rooms cost.</summary>
internal sealed class RoomFigures
{
    private readonly List<string> _faults = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _processor;
    private long _atStart;
    private long _peak;
    private int _draws;
    private int _votes;

    public CrowdFigures Crowd { get; } = new();

    /// <summary>Begins to count what a process costs; of several, the last counts.</summary>
    public void AtStart(int process)
    {
        var figures = new ProcessFigures(process);
        (_atStart, _processor) = (figures.Resident, figures.Processor);
        _clock.Restart();
    }

    public void AtEnd(int process)
    {
        var figures = new ProcessFigures(process);
        (_peak, _processor) = (figures.Peak, figures.Processor - _processor);
        _clock.Stop();
    }

    public void Add(CrowdLedger ledger)
    {
        _faults.AddRange(ledger.FindFaults());
        (_draws, _votes) = (_draws + ledger.Draws, _votes + ledger.Votes);
    }

    /// <returns>Whether nothing was lost and nothing doubled.</returns>
    public bool Print()
    {
        var refused = Crowd.Refused.Values.Sum();
        Print($"Commands: {Crowd.Acknowledged + refused:N0}, of which {Crowd.Acknowledged:N0} acknowledged "
            + $"({_draws:N0} drawings, {_votes:N0} votes) "
            + $"and {refused:N0} refused; {Crowd.Unanswered:N0} times sent again because the game was away.");
        foreach (var (reason, count) in Crowd.Refused.OrderByDescending(one => one.Value))
            Print($"  refused {count:N0} times: {reason}");
        Print($"Sent twice: {Crowd.Repeated:N0}, of which {Crowd.AnsweredOtherwise:N0} were not answered the same.");
        Print($"Faults (lost, doubled, miscounted): {_faults.Count}");
        foreach (var fault in _faults.Take(20))
            Print($"  {fault}");
        Print($"A command: {new Quantiles([.. Crowd.Commands.Order()])}, {Percentile(Crowd.Commands, 0.99):N1} ms (p99)");
        var phases = Crowd.Phases.ToList();
        var delays = phases.Select(one => (one.Arrived - one.Began).TotalMilliseconds);
        Print($"From a phase's beginning to a phone: {new Quantiles([.. delays.Order()])}");
        var spread = phases.GroupBy(one => (one.Room, one.Round, one.Phase, one.Began))
            .Select(phones => (phones.Max(one => one.Arrived) - phones.Min(one => one.Arrived)).TotalMilliseconds);
        Print($"From a room's first phone to its last: {new Quantiles([.. spread.Order()])}");
        Print($"Memory: {_atStart / 1e6:N0} MB after the start, {_peak / 1e6:N0} MB at most, {(_peak - _atStart) / 1e6:N0} MB more.");
        Print($"Processor: {_processor.TotalSeconds:N1} s in {_clock.Elapsed.TotalSeconds:N1} s.");
        Print($"The machine: {Environment.ProcessorCount} cores, load {File.ReadAllText("/proc/loadavg").Trim()} at the end.");
        return _faults.Count == 0 && Crowd.AnsweredOtherwise == 0;
    }

    private static double Percentile(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : sorted[(int)(share * (sorted.Length - 1))];
    }

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static void Print(string text) => Console.WriteLine(text);
}
