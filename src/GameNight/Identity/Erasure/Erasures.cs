using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using GameNight.Storage;

namespace GameNight.Identity.Erasure;

/// <summary>
/// What players have asked to be deleted, for all games at one store. A request stays for good, so that a play that was on its way, waits
/// on another machine or lies in an old export does not come back. It names its player by a keyed hash (HMAC-SHA256, RFC 2104), whose
/// secret lies in the store. Safe for concurrent use.
/// </summary>
public sealed partial class Erasures(IDocumentStore documents, TimeProvider clock) : IDisposable
{
    private const string Collection = "erasures";
    private const string Secrets = "secrets";
    private const string SecretName = "erasures";

    /// <summary>How long a request is left to the process that was asked.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private volatile byte[]? _secret;
    private volatile ErasureList _current = ErasureList.Empty;
    private readonly ConcurrentDictionary<string, bool> _own = new();

    // One reader after the other: a list that was read earlier never takes the place of a later one.
    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private long _revision;

    /// <summary>Raised, on any thread, when a player has asked this process.</summary>
    public event Action? Requested;

    /// <summary>The requests that this process knows.</summary>
    public ErasureList Current => _current;

    /// <summary>
    /// The requests of a list that this process is to carry out: those that it was asked itself, and those whose process has not done so
    /// for <see cref="Patience"/>.
    /// </summary>
    public IReadOnlyDictionary<string, ErasureRequest> DueIn(ErasureList list) => list.Requests
        .Where(known => known.Value.DoneAt is null && (IsOwn(known.Key) || clock.GetUtcNow() - known.Value.Until > Patience))
        .ToDictionary();

    /// <summary>Whether this process was asked itself, so that no other one has begun to carry the request out.</summary>
    /// <param name="hash">The keyed hash of the player, as in <see cref="ErasureList.Requests"/>.</param>
    public bool IsOwn(string hash) => _own.ContainsKey(hash);

    /// <summary>Asks for everything to be deleted that a player has made up to now. It is durable when the task completes.</summary>
    /// <exception cref="StoreException">The store cannot be read or written.</exception>
    public async Task RequestAsync(string player, CancellationToken cancellation)
    {
        var secret = await FindSecretAsync(cancellation);
        while (secret is null)
        {
            await documents.TryWriteAsync(Secrets, SecretName, RandomNumberGenerator.GetBytes(32), revision: 0, cancellation);
            secret = await FindSecretAsync(cancellation);
        }

        var (hash, request) = (ErasureList.Hash(secret, player), new ErasureRequest(clock.GetUtcNow()));
        await documents.ChangeAsync<ErasureRequest>(Collection, hash, _ => request, cancellation);
        _own[hash] = true;
        await ErasureTotals.AddAsync(documents, drawings: 0, labelled: 0, cancellation);
        await RefreshAsync(cancellation);
        Requested?.Invoke();
    }

    /// <summary>Reads the requests, where any game has changed them since the last time.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await _refreshing.WaitAsync(cancellation);
        try
        {
            var revision = (await ErasureTotals.ReadAsync(documents, cancellation)).Revision;
            if (revision == _revision || await FindSecretAsync(cancellation) is not { } secret)
                return;
            var requests = await documents.ListAsync(Collection, cancellation);
            _current = new ErasureList(
                requests.ToFrozenDictionary(request => request.Name, JsonDocuments.Read<ErasureRequest>), secret);
            _revision = revision;
        }
        finally
        {
            _refreshing.Release();
        }
    }

    /// <summary>The request of a player that this process knows; null where there is none.</summary>
    public ErasureRequest? Find(string player) => _current.Find(player);

    /// <summary>The request of a player as the store has it at this moment; null where there is none.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<ErasureRequest?> FindNowAsync(string player, CancellationToken cancellation) =>
        await FindSecretAsync(cancellation) is { } secret
            ? (await documents.FindAsync(Collection, ErasureList.Hash(secret, player), cancellation))?.Read<ErasureRequest>()
            : null;

    /// <summary>Counts what was deleted.</summary>
    /// <param name="drawings">How many drawings players have had deleted.</param>
    /// <param name="labelled">How many labels went, for whatever reason.</param>
    /// <param name="cancellation">Leaves the totals as they are.</param>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public Task CountAsync(long drawings, long labelled, CancellationToken cancellation) =>
        ErasureTotals.AddAsync(documents, drawings, labelled, cancellation);

    /// <summary>Notes that nothing is left in the store of what a request is about, unless the player has asked again since.</summary>
    /// <param name="hash">The keyed hash of the player, as in <see cref="ErasureList.Requests"/>.</param>
    /// <param name="request">The request as it was carried out.</param>
    /// <param name="cancellation">Leaves it open; it is carried out once more.</param>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public async Task CompleteAsync(string hash, ErasureRequest request, CancellationToken cancellation)
    {
        await documents.ChangeAsync<ErasureRequest>(
            Collection, hash, stored => stored == request ? request with { DoneAt = clock.GetUtcNow() } : null, cancellation);
        await ErasureTotals.AddAsync(documents, drawings: 0, labelled: 0, cancellation);
    }

    public void Dispose() => _refreshing.Dispose();

    /// <returns>Null where nobody has ever asked.</returns>
    private async Task<byte[]?> FindSecretAsync(CancellationToken cancellation) =>
        _secret ??= (await documents.FindAsync(Secrets, SecretName, cancellation))?.Content;
}
