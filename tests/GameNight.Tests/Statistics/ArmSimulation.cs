using GameNight.Statistics;

namespace GameNight.Tests.Statistics;

/// <summary>Evenings of arms with known rates, on which the stopping rule is asked after every single outcome.</summary>
internal static class ArmSimulation
{
    public delegate int Allocation(int turn, Proportion[] arms, Random random);

    /// <summary>Every turn a new player, who gets an arm by hash; the same players come every evening.</summary>
    public static Allocation ByHash(int arms, int turns)
    {
        var names = Enumerable.Range(0, arms).Select(arm => $"arm {arm}").ToArray();
        var dealt = Enumerable.Range(0, turns).Select(turn => Array.IndexOf(names, ArmAssignment.Of($"player {turn}", "2026-11-20", names))).ToArray();
        return (turn, _, _) => dealt[turn];
    }

    /// <summary>The arm that Thompson sampling chooses from what was seen so far.</summary>
    public static Allocation ByThompson { get; } = (_, counts, random) => ThompsonSampling.Choose([.. counts.Select(BetaPosterior.Of)], random);

    /// <summary>The first decision to stop, and after how many outcomes; null where there was none in that many.</summary>
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
