using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Projector;

/// <summary>Everything that the projector needs for all its scenes.</summary>
/// <param name="Scores">The numbers of the selection.</param>
/// <param name="Board">The evening's players; null where nobody played.</param>
public sealed record ProjectorData(Scores Scores, Leaderboard? Board)
{
    /// <summary>So long each scene stays: a sentence and its numbers are read twice in it.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(12);

    /// <summary>The mistake that somebody in service made most often; null where nobody made one.</summary>
    public Mistake? Mistake { get; } = Mistake.MostFrequent(Scores.Statistics.Algorithms);

    /// <summary>Those in service by a line each; one moment is no line.</summary>
    public IReadOnlyList<Timeline> Timelines { get; } = InService(Scores);

    /// <summary>Whether a scene has anything to show.</summary>
    public bool Has(Scene scene) => scene switch
    {
        Scene.Accuracy => Scores.Statistics.Algorithms.Count > 0,
        Scene.HeadToHead => Scores.Pairs.Count > 0,
        Scene.People => Board is { Board.Count: > 0 },
        Scene.Mistake => Mistake is not null,
        _ => Timelines.Any(timeline => timeline.Periods.Count > 1),
    };

    /// <summary>The next scene that has something to show; the same where no other has.</summary>
    public Scene After(Scene scene)
    {
        var all = Enum.GetValues<Scene>();
        return Enumerable.Range(1, all.Length).Select(step => all[((int)scene + step) % all.Length]).Where(Has).FirstOrDefault(scene);
    }

    private static IReadOnlyList<Timeline> InService(Scores scores) =>
        [.. scores.Timelines(scores.Step).Where(timeline => SeriesName.Parse(timeline.Algorithm).Version is null)];
}
