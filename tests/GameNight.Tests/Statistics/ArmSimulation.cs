using GameNight.Statistics;

namespace GameNight.Tests.Statistics;

/// <summary>Simulates evenings of arms with known rates, and applies the stopping rule after every outcome.</summary>
internal static class ArmSimulation
{
    /// <summary>The index of the arm that plays next.</summary>
    public delegate int Allocation(int turn, Proportion[] arms, Random random);

    /// <summary>A new player in each turn, whose arm is assigned by hash. All evenings have the same players.</summary>
    public static Allocation ByHash(int arms, int turns)
    {
        var names = Enumerable.Range(0, arms).Select(arm => $"arm {arm}").ToArray();
        int Assign(int turn) => Array.IndexOf(names, ArmAssignment.Of($"player {turn}", "2026-11-20", names));
        var assigned = Enumerable.Range(0, turns).Select(Assign).ToArray();
        return (turn, _, _) => assigned[turn];
    }

    /// <summary>The arm that Thompson sampling chooses.</summary>
    public static Allocation ByThompson { get; } =
        (_, arms, random) => ThompsonSampling.Choose([.. arms.Select(BetaPosterior.Of)], random);

    /// <summary>The first winner, and the number of outcomes until then; null where no arm won within all outcomes.</summary>
    public static (int Winner, int Outcomes)? Run(double[] rates, int outcomes, Allocation allocation, Random random)
    {
        var arms = rates.Select(_ => new Proportion(0, 0)).ToArray();
        for (var turn = 0; turn < outcomes; turn++)
        {
            var arm = allocation(turn, arms, random);
            arms[arm] = new Proportion(arms[arm].N + 1, arms[arm].Correct + (random.NextDouble() < rates[arm] ? 1 : 0));
            if (StoppingRule.Winner(arms) is { } winner)
                return (winner, turn + 1);
        }

        return null;
    }
}
