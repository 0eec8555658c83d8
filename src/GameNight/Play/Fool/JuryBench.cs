using GameNight.Jury;
using GameNight.Observations.Store;
using GameNight.Play.Rounds;
using GameNight.Scoreboard.Projection;
using GameNight.Storage;

namespace GameNight.Play.Fool;

/// <summary>
/// Lets people judge each other's drawings. Whose drawing one gets is drawn by lot, so that nobody can wait for a friend's; now and then
/// it is one whose digit is known. What enough people agree on becomes the drawing's label, from which the contestants learn.
/// </summary>
public sealed class JuryBench(
    ScoreboardProjection projection, IObservationStore store, PlayService plays, JuryPace pace, Random random, TimeProvider clock)
{
    /// <summary>The author of a label that the jury gave.</summary>
    public const string Author = "jury";

    /// <summary>One in so many drawings is one whose digit is known.</summary>
    private const int KnownShare = 6;

    /// <summary>How many drawings are looked at to find one on which the player has not voted.</summary>
    private const int Tries = 8;

    /// <summary>Finds a drawing for a player to judge.</summary>
    /// <returns>Null where there is none that others made and the player has not judged.</returns>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<Observation?> FindAsync(string player, CancellationToken cancellation)
    {
        var docket = await Task.Run(
            () => projection.CountAsync(table => JuryDocket.Of(table, player, cancellation), cancellation), cancellation);
        var isKnown = docket.Known.Count > 0 && random.Next(KnownShare) == 0;
        return await FindAsync(isKnown ? docket.Known : docket.Waiting, player, isKnown, cancellation);
    }

    /// <summary>Takes a player's vote on somebody else's drawing.</summary>
    /// <param name="player">The player's id.</param>
    /// <param name="id">The drawing's id.</param>
    /// <param name="digit">What the player reads, 0 to 9; null for no digit.</param>
    /// <param name="cancellation">Keeps the vote from being stored.</param>
    /// <exception cref="StoreException">The vote cannot be stored; it can be given again.</exception>
    public async Task<VoteResult> VoteAsync(string player, Guid id, int? digit, CancellationToken cancellation)
    {
        if (await store.FindAsync(id, cancellation) is not { } drawing)
            return new VoteResult(VoteState.Gone, default);
        if (drawing.Player == player)
            return new VoteResult(VoteState.Own, default);
        if (drawing.Votes.Any(vote => vote.Player == player))
            return new VoteResult(VoteState.Again, JuryVerdict.Of(drawing));
        if (!pace.TryTake(player))
            return new VoteResult(VoteState.TooMany, JuryVerdict.Of(drawing));
        await store.VoteAsync(id, new Vote(player, digit, clock.GetUtcNow()), cancellation);
        // From here on it is not cancelled: the vote is stored, and may be the one that decides.
        if (await store.FindAsync(id, CancellationToken.None) is not { } voted)
            return new VoteResult(VoteState.Gone, default);
        var verdict = JuryVerdict.Of(voted);
        if (verdict is { IsFinal: true, Digit: { } agreed } && voted.Label is null)
            await plays.LabelAsync(id, agreed, Author, CancellationToken.None);
        return new VoteResult(VoteState.Counted, verdict, voted);
    }

    private async Task<Observation?> FindAsync(
        IReadOnlyList<int> rows, string player, bool isKnown, CancellationToken cancellation)
    {
        var drawn = rows.Count <= Tries ? rows : random.GetItems([.. rows], Tries);
        var found = new List<Observation>();
        foreach (var id in await projection.FindIdsAsync([.. drawn.Distinct()], cancellation))
        {
            // What is counted may be a little older than what is stored.
            if (await store.FindAsync(id, cancellation) is { Ink: not null } drawing && drawing.Player != player
                && drawing.Votes.All(vote => vote.Player != player) && (isKnown || !JuryVerdict.Of(drawing).IsFinal))
            {
                found.Add(drawing);
            }
        }

        if (found.Count == 0)
            return null;
        // One vote is missing for some: these first, so that people soon hear of their points.
        var most = found.Max(drawing => drawing.Votes.Count);
        List<Observation> first = [.. found.Where(drawing => isKnown || drawing.Votes.Count == most)];
        return first[random.Next(first.Count)];
    }
}
