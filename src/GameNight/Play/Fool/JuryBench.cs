using GameNight.Jury;
using GameNight.Observations.Store;
using GameNight.Play.Rounds;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Queries;
using GameNight.Storage;

namespace GameNight.Play.Fool;

/// <summary>
/// Lets people judge each other's drawings. Whose drawing one gets is drawn by lot, so that nobody can wait for a friend's; now and then
/// it is one whose digit is known. What enough people agree on becomes the drawing's label, from which the contestants learn.
/// </summary>
public sealed partial class JuryBench(
    ScoreboardProjection projection, IObservationStore store, PlayService plays, JurySeats seats, JuryPace pace, ReplayOptions replays,
    Random random, TimeProvider clock, ILogger<JuryBench> log)
{
    /// <summary>One in so many drawings is one whose digit is known.</summary>
    private const int KnownShare = 6;

    /// <summary>How many drawings are looked at to find one on which the player has not voted.</summary>
    private const int Tries = 8;

    /// <summary>Whether there is a jury: the host may want no drawings to be seen.</summary>
    public bool IsOpen => replays.Enabled;

    /// <summary>Finds a drawing for a player to judge: the same until the player has voted on it or skipped it.</summary>
    /// <returns>Null where there is none that others made and the player has neither judged nor skipped, or no jury.</returns>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<Observation?> FindAsync(string player, CancellationToken cancellation)
    {
        if (!IsOpen)
            return null;
        var seat = seats.Find(player);
        if (seat.Given is { } given && await store.FindAsync(given, cancellation) is { Excluded: false } drawing
            && MayJudge(player, drawing))
        {
            return drawing;
        }

        var docket = JuryDocket.Of(projection.Table, player);
        var isKnown = docket.Known.Count > 0 && random.Next(KnownShare) == 0;
        var found = await FindAsync(isKnown ? docket.Known : docket.Waiting, player, seat, isKnown, cancellation);
        seats.Give(player, found?.Id);
        return found;
    }

    /// <summary>Gives a player another drawing the next time, unless the player is faster than anybody can look.</summary>
    /// <param name="player">The player's id.</param>
    /// <param name="id">The drawing's id.</param>
    /// <param name="address">Where the player's page is; null where that is not known.</param>
    public void Skip(string player, Guid id, string? address)
    {
        if (pace.TryTake(player, address))
            seats.Skip(player, id);
    }

    /// <summary>Takes a player's vote on somebody else's drawing.</summary>
    /// <param name="player">The player's id.</param>
    /// <param name="id">The drawing's id.</param>
    /// <param name="digit">What the player reads, 0 to 9; null for no digit.</param>
    /// <param name="cancellation">Keeps the vote from being stored.</param>
    /// <param name="address">Where the player's page is; null where that is not known.</param>
    /// <exception cref="StoreException">The vote cannot be stored; it can be given again.</exception>
    public async Task<VoteResult> VoteAsync(
        string player, Guid id, int? digit, CancellationToken cancellation, string? address = null)
    {
        if (await store.FindAsync(id, cancellation) is not { } drawing)
            return new VoteResult(VoteState.Gone, default);
        if (drawing.Player == player)
            return new VoteResult(VoteState.Own, default);
        if (drawing.Votes.Any(vote => vote.Player == player))
            return new VoteResult(VoteState.Again, JuryVerdict.Of(drawing));
        if (!pace.TryTake(player, address))
            return new VoteResult(VoteState.TooMany, JuryVerdict.Of(drawing));
        var vote = new Vote(player, digit, clock.GetUtcNow());
        if (await store.VoteAsync(id, vote, cancellation) == VoteOutcome.NotFound)
            return new VoteResult(VoteState.Gone, default);
        // From here on it is not cancelled: the vote is stored, and may be the one that decides.
        var voted = drawing with { Votes = drawing.Votes.With(vote) };
        try
        {
            voted = await store.FindAsync(id, CancellationToken.None) ?? voted;
            await LabelAsync(voted);
        }
        catch (StoreException e)
        {
            LogUnlabelled(id, e);
        }

        return new VoteResult(VoteState.Counted, JuryVerdict.Of(voted), voted);
    }

    private static bool MayJudge(string player, Observation drawing) =>
        drawing.Ink is not null && drawing.Player != player && drawing.Votes.All(vote => vote.Player != player)
        && (drawing.Task?.Mode != PlayMode.Fool || !JuryVerdict.Of(drawing).IsFinal);

    private async Task<Observation?> FindAsync(
        IReadOnlyList<int> rows, string player, JurySeat seat, bool isKnown, CancellationToken cancellation)
    {
        var drawn = rows.Count <= Tries ? rows : random.GetItems([.. rows], Tries);
        var found = new List<Observation>();
        foreach (var id in await projection.FindIdsAsync([.. drawn.Distinct()], cancellation))
        {
            // What is counted may be a little older than what is stored.
            if (seat.Skipped.Contains(id) || await store.FindAsync(id, cancellation) is not { } drawing)
                continue;
            if (MayJudge(player, drawing))
                found.Add(drawing);
            else if (!isKnown)
                await LabelAsync(drawing);
        }

        if (found.Count == 0)
            return null;
        // One vote is missing for some: these first, so that people soon hear of their points.
        var most = found.Max(drawing => drawing.Votes.Count);
        List<Observation> first = [.. found.Where(drawing => isKnown || drawing.Votes.Count == most)];
        return first[random.Next(first.Count)];
    }

    /// <summary>Sets the label that the jury has agreed on, unless there is one: who took the last vote may have failed at it.</summary>
    private async Task LabelAsync(Observation drawing)
    {
        if (drawing is { Label: null, Task.Mode: PlayMode.Fool } && JuryVerdict.Of(drawing) is { IsFinal: true, Digit: { } agreed })
            await plays.LabelAsync(drawing.Id, agreed, JuryVerdict.Author, CancellationToken.None);
    }

    [LoggerMessage(LogLevel.Warning, "The jury has agreed on {Drawing}, but its label isn't set. That's done when it would be judged next")]
    private partial void LogUnlabelled(Guid drawing, Exception exception);
}
