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

    /// <summary>Adds the points of what the jury has agreed on meanwhile. Each drawing is scored once.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<PlaySession> UpdateAsync(PlaySession session, CancellationToken cancellation)
    {
        var (points, waiting) = (session.Points, new List<Guid>());
        foreach (var id in session.AtTheJury)
        {
            // One that is gone was deleted by its player: it is worth nothing any more.
            if (await store.FindAsync(id, cancellation) is not { Task: { Mode: PlayMode.Fool, Asked: not null } } drawing)
                continue;
            if (FoolPoints.Of(drawing) is { } final)
                points += final;
            else
                waiting.Add(id);
        }

        return session with { Points = points, AtTheJury = waiting };
    }
}
