using GameNight.Calendar;
using GameNight.Identity.Erasure;
using GameNight.Storage;

namespace GameNight.Play.Sprint;

/// <summary>
/// The best sprints of a night, for all games at one store: a document for each night, of which the last two are kept. Only a page on
/// which a person has drawn adds to it; there is no call for programs. Safe for concurrent use.
/// </summary>
public sealed class SprintBoard(IDocumentStore documents, Erasures erasures, TimeProvider clock) : IErasable
{
    private const string Collection = "sprints";

    /// <summary>How many nights are kept.</summary>
    private const int Nights = 2;

    /// <summary>Tonight's best sprints.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<SprintNight> ReadAsync(CancellationToken cancellation) =>
        (await documents.FindAsync(Collection, Night.Now(clock).Name, cancellation))?.Read<SprintNight>() ?? SprintNight.Empty;

    /// <summary>Adds a sprint to the night in which it began, unless its player has had everything deleted since.</summary>
    /// <returns>The night with it.</returns>
    /// <exception cref="StoreException">The store cannot be read or written.</exception>
    public async Task<SprintNight> AddAsync(SprintResult result, CancellationToken cancellation)
    {
        var night = Night.Of(result.Time, clock.LocalTimeZone).Name;
        var changed = await ChangeAsync(night, board => board.With(result), cancellation);
        // Afterwards: one who asked between a look and the write would stay.
        if ((await erasures.FindNowAsync(result.Player, cancellation))?.Covers(result.Time) == true)
            changed = await ChangeAsync(night, board => board.Without(other => other.Player == result.Player), cancellation);
        foreach (var old in (await documents.ListAsync(Collection, cancellation)).SkipLast(Nights))
            await documents.DeleteAsync(Collection, old.Name, cancellation);
        return changed;
    }

    /// <inheritdoc/>
    public async Task EraseAsync(ErasureScope scope, CancellationToken cancellation)
    {
        foreach (var night in await documents.ListAsync(Collection, cancellation))
            await ChangeAsync(night.Name, board => board.Without(IsGone), cancellation);

        bool IsGone(SprintResult result) => scope.Covers(result.Player, result.Time);
    }

    /// <inheritdoc/>
    public async Task<bool> HasAsync(string player, CancellationToken cancellation) =>
        (await documents.ListAsync(Collection, cancellation)).Any(night => night.Read<SprintNight>().Of(player) is not null);

    private async Task<SprintNight> ChangeAsync(string night, Func<SprintNight, SprintNight> change, CancellationToken cancellation) =>
        (await documents.ChangeAsync<SprintNight>(Collection, night, board => change(board ?? SprintNight.Empty), cancellation))!;
}
