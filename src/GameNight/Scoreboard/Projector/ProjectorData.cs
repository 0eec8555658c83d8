using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Projector;

/// <summary>What all scenes of the projector show.</summary>
/// <param name="Scores">The scores of the selected drawings.</param>
/// <param name="Board">The leaderboard of the evening; null without drawings.</param>
/// <param name="Latest">The last play; null where drawings are not shown, or only some are selected.</param>
public sealed record ProjectorData(Scores Scores, Leaderboard? Board, Observation? Latest = null)
{
    /// <summary>How long a scene is shown: long enough to read its sentence and figures twice.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(12);

    /// <summary>The most frequent mistake of the algorithms in service; null if all their guesses were right.</summary>
    public Mistake? Mistake { get; } = Mistake.MostFrequent(Scores.Statistics.Algorithms);

    /// <summary>The timelines of the algorithms in service.</summary>
    public IReadOnlyList<Timeline> Timelines { get; } = InService(Scores);

    /// <summary>Whether a contestant learns from every answer, or had several versions in service in the time that is shown.</summary>
    public bool Learns(Timeline timeline) =>
        timeline.Algorithm is Contestants.Rookie or Contestants.Personal
        || Scores.Versions.Count(version => version.Algorithm == timeline.Algorithm && !version.IsShadow
            && version.Last >= timeline.Periods[0].Start) > 1;

    /// <summary>Whether a scene has anything to show.</summary>
    public bool Has(Scene scene) => scene switch
    {
        Scene.Accuracy => Scores.Statistics.Algorithms.Count > 0,
        Scene.HeadToHead => Scores.Pairs.Count > 0,
        Scene.People => Board is { Players.Count: > 0 },
        Scene.Mistake => Mistake is not null,
        Scene.Latest => Latest is not null,
        // One period is a point, and no line.
        _ => Timelines.Any(timeline => timeline.Periods.Count > 1),
    };

    /// <summary>The next scene that has something to show; the same scene if no other has.</summary>
    public Scene After(Scene scene)
    {
        var all = Enum.GetValues<Scene>();
        return Enumerable.Range(1, all.Length).Select(step => all[((int)scene + step) % all.Length]).Where(Has).FirstOrDefault(scene);
    }

    private static IReadOnlyList<Timeline> InService(Scores scores) =>
        [.. scores.Timelines(scores.Step).Where(timeline => SeriesName.Parse(timeline.Algorithm).Version is null)];
}
