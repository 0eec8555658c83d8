using System.CommandLine;
using System.Globalization;
using GameNight.Statistics;

namespace GameNight.Benchmarks.Scoreboard;

/// <summary>
/// <c>stopping-rule</c>: simulated comparisons in which the <see cref="StoppingRule"/> is asked after every outcome. How often it ends
/// in a false win, how soon it finds a true difference, and what happens where its assumption does not hold because players with
/// many drawings each keep one arm. The same seeds, 0, 1, 2 …, make the same figures.
/// </summary>
internal static class StoppingRuleCommand
{
    private const int OutcomesPerArm = 2000;

    public static Command Create()
    {
        var evenings = new Option<int>("--evenings")
        {
            Description = "How many comparisons of each kind.",
            DefaultValueFactory = _ => 2000,
        };
        var command = new Command("stopping-rule", "Simulate comparisons that are looked at after every outcome.") { evenings };
        command.SetAction(parsed => Measure(parsed.GetValue(evenings)));
        return command;
    }

    private static void Measure(int evenings)
    {
        Console.WriteLine($"Arms that are equally good, {OutcomesPerArm:N0} outcomes each; every win is a false one:");
        foreach (var arms in (int[])[2, 3, 6])
        {
            foreach (var rate in (double[])[0.5, 0.9, 0.98])
                Print($"{arms} arms of {rate:P0}", new Proportion(evenings, CountWins(evenings, [.. Enumerable.Repeat(rate, arms)]).Count));
        }

        var found = CountWins(evenings, [0.8, 0.95]);
        found.Sort();
        Console.WriteLine($"An arm of 80 % and one of 95 %: {found.Count:N0} of {evenings:N0} end, "
            + $"after {found[found.Count / 2]:N0} outcomes in the median and {found[found.Count * 9 / 10]:N0} in nine of ten.");

        Console.WriteLine("Two equal arms, where each player keeps one, draws one drawing after the other, "
            + "and is read with a rate from Beta(9, 1):");
        foreach (var (players, drawings) in ((int, int)[])[(40, 50), (100, 20), (400, 5)])
            Print($"{players} players of {drawings} drawings", new Proportion(evenings, CountWinsOfPlayers(evenings, players, drawings)));
    }

    /// <returns>For each comparison that ended, after how many outcomes.</returns>
    private static List<int> CountWins(int evenings, double[] rates)
    {
        var names = rates.Select((_, arm) => $"arm {arm}").ToArray();
        var dealt = Enumerable.Range(0, rates.Length * OutcomesPerArm)
            .Select(turn => Array.IndexOf(names, ArmAssignment.Of($"player {turn}", "2026-11-20", names))).ToArray();
        return [.. Enumerable.Range(0, evenings).AsParallel().Select(seed =>
        {
            var random = new Random(seed);
            return Run(rates.Length, dealt.Select(arm => (arm, random.NextDouble() < rates[arm])));
        }).OfType<int>()];
    }

    private static int CountWinsOfPlayers(int evenings, int players, int drawings) =>
        Enumerable.Range(0, evenings).AsParallel().Count(seed =>
    {
        var random = new Random(seed);
        var hands = Enumerable.Range(0, players).Select(_ => (Rate: Math.Pow(random.NextDouble(), 1 / 9.0), Arm: random.Next(2))).ToArray();
        var outcomes = hands.SelectMany(hand => Enumerable.Range(0, drawings).Select(_ => (hand.Arm, random.NextDouble() < hand.Rate)));
        return Run(2, outcomes) is not null;
    });

    /// <returns>How many outcomes it took until an arm won; null where none did.</returns>
    private static int? Run(int count, IEnumerable<(int Arm, bool IsRight)> outcomes)
    {
        var arms = Enumerable.Repeat(new Proportion(0, 0), count).ToArray();
        var looked = 0;
        foreach (var (arm, isRight) in outcomes)
        {
            looked++;
            arms[arm] = new Proportion(arms[arm].N + 1, arms[arm].Correct + (isRight ? 1 : 0));
            if (StoppingRule.Winner(arms) is not null)
                return looked;
        }

        return null;
    }

    private static void Print(string what, Proportion wins) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"  {what}: {wins.Correct:N0} of {wins.N:N0} ({100 * wins.Low:0.00} to {100 * wins.High:0.00} %)"));
}
