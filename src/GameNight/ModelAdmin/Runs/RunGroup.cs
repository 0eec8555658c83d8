using GameNight.Retraining.Queue;

namespace GameNight.ModelAdmin.Runs;

/// <summary>Ended runs of one algorithm that came to the same: one line on the page.</summary>
/// <param name="Latest">The run that ended last.</param>
/// <param name="Count">How many there are.</param>
public sealed record RunGroup(TrainingRun Latest, int Count)
{
    /// <summary>Groups those that changed nothing; each of the others stands alone. The order stays that of the latest ones.</summary>
    /// <param name="ended">Ended runs, latest first.</param>
    public static IReadOnlyList<RunGroup> Of(IEnumerable<TrainingRun> ended) =>
    [
        .. ended.GroupBy(run => (run.Algorithm, run.State, Kind: RunSentence.Kind(run) ?? run.Id))
            .Select(group => new RunGroup(group.First(), group.Count())),
    ];
}
