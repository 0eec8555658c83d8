using GameNight.Storage;

namespace GameNight.Identity.Erasure;

public sealed partial class Erasures
{
    /// <summary>
    /// Takes over the requests of another store, which this older one is to replace: what players had deleted there since stays deleted.
    /// They are carried out anew, because this store may have the drawings still.
    /// </summary>
    /// <param name="other">The documents of the store that is replaced.</param>
    /// <param name="players">
    /// Whoever has something in this store. Where both stores have secrets of their own, the requests of nobody else can be recognised.
    /// </param>
    /// <param name="cancellation">Ends it halfway; it may be done again.</param>
    /// <returns>Those of the players whose requests are new to this store.</returns>
    /// <exception cref="StoreException">A store cannot be read, or this one not written.</exception>
    public async Task<IReadOnlyList<string>> TakeOverAsync(
        IDocumentStore other, IReadOnlyCollection<string> players, CancellationToken cancellation)
    {
        if ((await other.FindAsync(Secrets, SecretName, cancellation))?.Content is not { } theirs)
            return [];
        await documents.TryWriteAsync(Secrets, SecretName, theirs, revision: 0, cancellation);
        var ours = (await FindSecretAsync(cancellation))!;
        var requests = (await other.ListAsync(Collection, cancellation))
            .ToDictionary(request => request.Name, JsonDocuments.Read<ErasureRequest>);
        if (!ours.SequenceEqual(theirs))
        {
            requests = players.Where(player => requests.ContainsKey(ErasureList.Hash(theirs, player)))
                .ToDictionary(player => ErasureList.Hash(ours, player), player => requests[ErasureList.Hash(theirs, player)]);
        }

        var taken = new HashSet<string>();
        foreach (var (hash, request) in requests)
        {
            // The last call of the change is the one that counts.
            var isNew = false;
            await documents.ChangeAsync<ErasureRequest>(
                Collection, hash, known => (isNew = !(known?.Until >= request.Until)) ? request with { DoneAt = null } : null,
                cancellation);
            if (isNew)
                taken.Add(hash);
        }

        await ErasureTotals.AddAsync(documents, drawings: 0, labelled: 0, cancellation);
        await RefreshAsync(cancellation);
        foreach (var hash in taken)
            _own[hash] = true;
        return [.. players.Where(player => taken.Contains(ErasureList.Hash(ours, player)))];
    }
}
