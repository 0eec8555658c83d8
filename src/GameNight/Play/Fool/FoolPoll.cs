using GameNight.Jury;
using GameNight.Observations.Store;
using GameNight.Play.Rounds;
using GameNight.Storage;

namespace GameNight.Play.Fool;

/// <summary>Asks what the jury says to a player's drawings.</summary>
public sealed class FoolPoll(IObservationStore store)
{
    /// <summary>The most drawings of a player that are asked about.</summary>
    private const int MostWaiting = 20;

    /// <summary>The session with one more drawing that waits for the jury.</summary>
    public static PlaySession Add(PlaySession session, Guid drawing) =>
        session with { AtTheJury = [.. session.AtTheJury.TakeLast(MostWaiting - 1), drawing] };

    /// <summary>The session with the points of what has been decided. A drawing that does not wait any more is not scored again.</summary>
    /// <param name="session">The session, which may have changed since the question.</param>
    /// <param name="decided">The answer.</param>
    public static PlaySession Apply(PlaySession session, IReadOnlyDictionary<Guid, int> decided) => session with
    {
        Points = session.Points + session.AtTheJury.Distinct().Sum(id => decided.GetValueOrDefault(id)),
        AtTheJury = [.. session.AtTheJury.Where(id => !decided.ContainsKey(id))],
    };

    /// <summary>Asks which drawings nobody waits for any more.</summary>
    /// <param name="waiting">The drawings, of which the last are looked at, and the others are not waited for.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>
    /// The points of each: what the jury says, or 0 where it is not asked any more, because the drawing is gone, set aside, or answered by
    /// somebody else.
    /// </returns>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<IReadOnlyDictionary<Guid, int>> AskAsync(IReadOnlyList<Guid> waiting, CancellationToken cancellation)
    {
        var decided = waiting.SkipLast(MostWaiting).Distinct().ToDictionary(id => id, _ => 0);
        foreach (var id in waiting.TakeLast(MostWaiting))
        {
            if (PointsOf(await store.FindAsync(id, cancellation)) is { } points)
                decided[id] = points;
        }

        return decided;
    }

    private static int? PointsOf(Observation? drawing) => drawing switch
    {
        { Excluded: false, Task: { Mode: PlayMode.Fool, Asked: not null } } =>
            FoolPoints.Of(drawing) ?? (drawing.Label is { By: not JuryVerdict.Author } ? 0 : null),
        _ => 0,
    };
}
