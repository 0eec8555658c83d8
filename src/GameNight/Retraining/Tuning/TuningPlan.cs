namespace GameNight.Retraining.Tuning;

/// <summary>
/// How many settings are tried how often. All are tried on a few trainings; the best third of them go on and are tried on three times
/// as many, until one is left. So most of the time goes to the settings that are worth it.
/// </summary>
/// <remarks>
/// Successive halving by thirds (K. Jamieson, A. Talwalkar, "Non-stochastic best arm identification and hyperparameter optimization",
/// AISTATS 2016) of settings that are drawn at random (J. Bergstra, Y. Bengio, "Random search for hyper-parameter optimization",
/// JMLR 13, 2012).
/// </remarks>
/// <param name="Settings">How many settings are tried, the current ones among them.</param>
internal sealed record TuningPlan(int Settings)
{
    /// <summary>The fewest settings of a search: the current ones and two others.</summary>
    public const int MinSettings = 3;

    /// <summary>The most.</summary>
    public const int MaxSettings = 243;

    /// <summary>How often the last of the others is compared with the current settings on players who took no part in the search.</summary>
    public const int Confirmations = 3;

    /// <summary>The trainings of each setting in the first rung: one for each fold of players.</summary>
    public const int Folds = 3;

    private const int Keep = 3;

    /// <summary>For each rung how many settings take part, and how often each has been tried at its end.</summary>
    public IReadOnlyList<(int Settings, int Trials)> Rungs
    {
        get
        {
            var rungs = new List<(int, int)>();
            for (var (left, trials) = (Settings, Folds); left > 1; (left, trials) = (Survivors(left), trials * Keep))
                rungs.Add((left, trials));
            return rungs;
        }
    }

    /// <summary>How many trainings the search takes, and the comparison in the end.</summary>
    public int Trainings
    {
        get
        {
            var (sum, before) = (2 * Confirmations, 0);
            foreach (var (settings, trials) in Rungs)
            {
                sum += settings * (trials - before);
                before = trials;
            }

            return sum;
        }
    }

    /// <summary>How many of some settings go on to the next rung.</summary>
    public static int Survivors(int settings) => (settings + Keep - 1) / Keep;

    /// <summary>The largest plan for a number of trainings; null where there is none.</summary>
    public static TuningPlan? Within(double trainings) =>
        Enumerable.Range(MinSettings, MaxSettings - MinSettings + 1).Select(settings => new TuningPlan(settings))
            .LastOrDefault(plan => plan.Trainings <= trainings);
}
