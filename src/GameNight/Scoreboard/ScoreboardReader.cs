using System.Text.Json.Serialization;
using GameNight.Observations;

namespace GameNight.Scoreboard;

/// <summary>Which drawings and guesses count.</summary>
/// <param name="From">Drawn then or later; null from the first.</param>
/// <param name="To">Drawn before then; null to the last.</param>
/// <param name="Algorithm">Only this one's guesses; null those of all. It does not narrow the drawings.</param>
public sealed record Selection(DateTimeOffset? From = null, DateTimeOffset? To = null, string? Algorithm = null)
{
    public static readonly Selection All = new();

    public bool Includes(Observation observation) =>
        !(observation.Time < From) && !(observation.Time >= To);
}

/// <param name="Statistics">Over the whole selection.</param>
/// <param name="PerHour">By algorithm: the last <see cref="Hours"/> in which anything was marked.</param>
/// <param name="PerDay">By algorithm: the last <see cref="Days"/> in which anything was marked.</param>
public sealed record Scores(Statistics Statistics, IReadOnlyList<Timeline> PerHour, IReadOnlyList<Timeline> PerDay)
{
    // More than this nobody could tell apart on a screen, and the page carries them.
    public const int Hours = 48;
    public const int Days = 90;

    /// <summary>The most accurate first: the order of all charts.</summary>
    [JsonIgnore]
    public IReadOnlyList<AlgorithmStatistics> Ranked { get; } = [.. Statistics.Algorithms.OrderByDescending(algorithm => algorithm.Accuracy)];

    /// <summary>The timelines in the order of <see cref="Ranked"/>.</summary>
    public IReadOnlyList<Timeline> Timelines(TimeStep step) =>
        [.. Ranked.Join(step == TimeStep.Hour ? PerHour : PerDay, algorithm => algorithm.Algorithm, timeline => timeline.Algorithm, (_, timeline) => timeline)];
}

/// <summary>Walks the store and counts, away from the caller's own thread.</summary>
public sealed class ScoreboardReader(IObservationStore store)
{
    /// <summary>How many observations, at most as large as ink may be, are in memory at once.</summary>
    private const int PageSize = 200;

    /// <exception cref="ObservationStoreException">The store could not be read.</exception>
    public async Task<Scores> ReadAsync(Selection selection, CancellationToken cancellation)
    {
        var statistics = new StatisticsTally();
        var timelines = new TimelineTally();
        string? cursor = null;
        while (true)
        {
            var page = await store.ReadAsync(cursor, PageSize, cancellation).ConfigureAwait(false);
            if (page.Items.Count == 0)
                return new Scores(statistics.ToStatistics(), timelines.ToTimelines(TimeStep.Hour, Scores.Hours), timelines.ToTimelines(TimeStep.Day, Scores.Days));
            foreach (var observation in page.Items.Where(selection.Includes).Select(Narrow))
            {
                statistics.Add(observation);
                timelines.Add(observation);
            }

            cursor = page.Next;
        }

        Observation Narrow(Observation observation) => selection.Algorithm is null ? observation
            : observation with { Guesses = [.. observation.Guesses.Where(guess => guess.Algorithm == selection.Algorithm)] };
    }
}
