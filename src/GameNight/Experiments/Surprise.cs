using GameNight.Calendar;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Scoreboard.Queries;
using GameNight.Scoreboard.Results;
using GameNight.Statistics;
using GameNight.Storage;

namespace GameNight.Experiments;

/// <summary>Lets the app choose who answers, so that the contestants can be compared by chance and not by taste.</summary>
public sealed partial class Surprise(Contestants contestants, Experiment experiment, ScoreboardReader scoreboard, TimeProvider clock, ILogger<Surprise> log)
{
    /// <summary>What stands in an algorithm's place where the player leaves it to the app.</summary>
    public const string Id = "surprise";

    /// <summary>Tonight.</summary>
    public Night Night => Night.Now(clock);

    /// <summary>Whom the app can choose: the algorithms in service.</summary>
    public IReadOnlyList<string> Arms => [.. contestants.All.Where(contestant => contestant.InService).Select(contestant => contestant.Id)];

    /// <summary>Chooses for a player's next drawing, whatever that will be. While the store is away everybody keeps one contestant, which takes nothing from it.</summary>
    /// <returns>Null where nobody is in service.</returns>
    public async Task<ChosenAlgorithm?> ChooseAsync(string player, CancellationToken cancellation)
    {
        var (arms, night) = (Arms, Night);
        if (arms.Count == 0)
            return null;
        try
        {
            if (await experiment.ReadAsync(cancellation) == ExperimentMode.Sampling)
                return new ChosenAlgorithm(await SampleAsync(arms, night, cancellation), ChosenBy.Sampling);
        }
        catch (StoreException e)
        {
            LogUnread(e);
        }

        return new ChosenAlgorithm(ArmAssignment.Of(player, night.Name, arms), ChosenBy.Arm);
    }

    /// <summary>By what came of this night's surprises, as far as it is counted.</summary>
    private async Task<string> SampleAsync(IReadOnlyList<string> arms, Night night, CancellationToken cancellation)
    {
        var times = new Filter(night.StartIn(clock.LocalTimeZone), night.EndIn(clock.LocalTimeZone));
        var tonight = (await scoreboard.ReadCountedAsync(times, cancellation)).Arms.ToLookup(arm => arm.Algorithm);
        return arms[ThompsonSampling.Choose([.. arms.Select(arm => BetaPosterior.Of(new Proportion(tonight[arm].Sum(came => came.N), tonight[arm].Sum(came => came.Correct))))], Random.Shared)];
    }

    [LoggerMessage(LogLevel.Warning, "How the app shall choose cannot be read; everybody keeps one contestant")]
    private partial void LogUnread(Exception exception);
}
