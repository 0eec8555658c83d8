using GameNight.Calendar;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Scoreboard.Queries;
using GameNight.Scoreboard.Results;
using GameNight.Statistics;
using GameNight.Storage;

namespace GameNight.Experiments;

/// <summary>
/// Chooses an algorithm at random for players who want a surprise, so that the algorithms are compared without the bias of a choice.
/// </summary>
public sealed partial class Surprise(
    Contestants contestants, Experiment experiment, ScoreboardReader scoreboard, TimeProvider clock, ILogger<Surprise> log)
{
    /// <summary>Stands in the place of an algorithm's id where the player leaves the choice to the app.</summary>
    public const string Id = "surprise";

    public Night Night => Night.Now(clock);

    /// <summary>The ids of the algorithms among which the app chooses: those in service.</summary>
    public IReadOnlyList<string> Arms =>
        [.. contestants.All.Where(contestant => contestant.InService).Select(contestant => contestant.Id)];

    /// <summary>
    /// Chooses for a player's next drawing, before it is drawn. While the mode cannot be read, every player keeps one algorithm for the
    /// night: that assignment needs nothing from the store.
    /// </summary>
    /// <returns>Null where no algorithm is in service.</returns>
    public async Task<ChosenAlgorithm?> ChooseAsync(string player, CancellationToken cancellation)
    {
        var (arms, night) = (Arms, Night);
        if (arms.Count == 0)
            return null;
        try
        {
            switch (await experiment.ReadAsync(cancellation))
            {
                case ExperimentMode.Lot:
                    return new ChosenAlgorithm(arms[Random.Shared.Next(arms.Count)], ChosenBy.Lot);
                case ExperimentMode.Sampling:
                    return new ChosenAlgorithm(await SampleAsync(arms, night, cancellation), ChosenBy.Sampling);
            }
        }
        catch (StoreException e)
        {
            LogUnreadable(e);
        }

        return new ChosenAlgorithm(ArmAssignment.Of(player, night.Name, arms), ChosenBy.Arm);
    }

    /// <summary>Draws from this night's counts of the app's own choices, as far as the scoreboard has them (Thompson sampling).</summary>
    private async Task<string> SampleAsync(IReadOnlyList<string> arms, Night night, CancellationToken cancellation)
    {
        var times = new Filter(night.StartIn(clock.LocalTimeZone), night.EndIn(clock.LocalTimeZone));
        var tonight = (await scoreboard.ReadCountedAsync(times, cancellation)).Arms.ToLookup(arm => arm.Algorithm);
        var posteriors = arms.Select(arm => BetaPosterior.Of(
            new Proportion(tonight[arm].Sum(score => score.N), tonight[arm].Sum(score => score.Correct))));
        return arms[ThompsonSampling.Choose([.. posteriors], Random.Shared)];
    }

    [LoggerMessage(LogLevel.Warning, "The mode of the experiment cannot be read; each player keeps one algorithm until it can")]
    private partial void LogUnreadable(Exception exception);
}
