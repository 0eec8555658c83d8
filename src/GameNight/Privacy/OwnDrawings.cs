using System.Globalization;
using System.Runtime.CompilerServices;
using GameNight.Identity.Erasure;
using GameNight.Observations;
using GameNight.Observations.Store;
using GameNight.Scoreboard.Projection;
using GameNight.Storage;

namespace GameNight.Privacy;

/// <summary>One player's drawings, found by what is counted for the scoreboard: the stores keep no index by player.</summary>
public sealed class OwnDrawings(
    ScoreboardProjection projection, IObservationStore store, Erasures erasures, StoreOptions options, TimeProvider clock)
{
    /// <summary>How long other games at a table take to notice that drawings were deleted.</summary>
    private static readonly TimeSpan Propagation = TimeSpan.FromSeconds(6);

    /// <summary>Cancellation is checked once in so many rows.</summary>
    private const int CancellationStep = 1 << 14;

    /// <summary>How many drawings are kept of a player; during a deletion, how many are left of those that it is about.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<int> CountAsync(string player, CancellationToken cancellation) =>
        await CountLeftAsync(player, cancellation) ?? (await FindRowsAsync(player, cancellation)).Length;

    /// <summary>
    /// How many drawings a deletion has left that the player asked for, at least 1 until it is complete in every game. What the player
    /// draws meanwhile does not count. Null where none is under way.
    /// </summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<int?> CountLeftAsync(string player, CancellationToken cancellation)
    {
        await erasures.RefreshAsync(cancellation);
        if (await erasures.FindNowAsync(player, cancellation) is not { } request || IsDone(request))
            return null;
        var rows = await FindRowsAsync(player, cancellation);
        return Math.Max(1, rows.Count(row => row.Time <= request.Until.UtcTicks));
    }

    /// <summary>Reads a page of a player's drawings, the oldest first, without what others voted: a vote is its voter's.</summary>
    /// <param name="player">The player's id.</param>
    /// <param name="after">The <see cref="ObservationPage.Next"/> of the page before; null for the first.</param>
    /// <param name="limit">The most observations, 1 to <see cref="ObservationPage.MaxLimit"/>.</param>
    /// <param name="cancellation">Ends the read.</param>
    /// <exception cref="ArgumentException">The cursor is none of these.</exception>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<ObservationPage> ReadAsync(string player, string? after, int limit, CancellationToken cancellation)
    {
        ObservationPage.RequireLimit(limit);
        var last = Cursor.Parse(after);
        var rows = (await FindRowsAsync(player, cancellation)).Where(row => row.Time >= last.Time).ToList();
        // Of the same instant there may be several, in any order; ids tell them apart.
        var most = rows.TakeWhile(row => row.Time == last.Time).Count() + limit;
        if (rows.Count > most)
            most += rows.Skip(most).TakeWhile(row => row.Time == rows[most - 1].Time).Count();
        var ids = await projection.FindIdsAsync([.. rows.Take(most).Select(row => row.Row)], cancellation);
        var ordered = ids.Zip(rows, (id, row) => new Cursor(row.Time, id)).Order();
        List<Cursor> wanted = [.. ordered.Where(one => one.CompareTo(last) > 0).Take(limit)];
        var found = new List<Observation>();
        foreach (var one in wanted)
        {
            if (await store.FindAsync(one.Id, cancellation) is { } observation && observation.Player == player)
                found.Add(observation with { Votes = [.. observation.Votes.Where(vote => vote.Player == player)] });
        }

        return new ObservationPage(found, wanted.Count > 0 ? wanted[^1].ToString() : after);
    }

    /// <summary>Reads all of a player's drawings as <see cref="ReadAsync"/> does.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async IAsyncEnumerable<Observation> ReadAllAsync(string player, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ObservationPage page;
        for (string? after = null; ; after = page.Next)
        {
            page = await ReadAsync(player, after, ObservationPage.MaxLimit, cancellation);
            if (page.Next == after)
                yield break;
            foreach (var observation in page.Items)
                yield return observation;
        }
    }

    private bool IsDone(ErasureRequest request) =>
        request.DoneAt is { } done && (options.Table is null || clock.GetUtcNow() - done >= Propagation);

    /// <summary>The rows of a player's drawings by their time.</summary>
    private async Task<(long Time, int Row)[]> FindRowsAsync(string player, CancellationToken cancellation)
    {
        await projection.CatchUpAsync(cancellation);
        return await projection.CountAsync(Find, cancellation);

        // All rows: what counts nowhere, because it is a repetition or the host has set it aside, is the player's, too.
        (long Time, int Row)[] Find(FactTable table)
        {
            var (number, rows) = (table.Players.All.IndexOf(player), new List<(long Time, int Row)>());
            for (var row = 0; row < table.Count; row++)
            {
                if (row % CancellationStep == 0)
                    cancellation.ThrowIfCancellationRequested();
                if (table[row] is var play && play.Player == number)
                    rows.Add((play.Time, row));
            }

            return [.. rows.Order()];
        }
    }

    private readonly record struct Cursor(long Time, Guid Id) : IComparable<Cursor>
    {
        public static Cursor Parse(string? after)
        {
            if (after is null)
                return new Cursor(0, Guid.Empty);
            return after.Split('.') is [var time, var id]
                && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
                && Guid.TryParseExact(id, "N", out var last)
                    ? new Cursor(ticks, last)
                    : throw new ArgumentException("The cursor is not one of these.", nameof(after));
        }

        public int CompareTo(Cursor other) => (Time, Id).CompareTo((other.Time, other.Id));

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Time}.{Id:N}");
    }
}
