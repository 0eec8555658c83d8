using System.Collections.Frozen;
using GameNight.Storage;

namespace GameNight.Identity.Names;

/// <summary>
/// The names that players gave themselves, for all games at one store: a document for each, with the handle and the name. Players
/// who gave none have a <see cref="GuestName"/>. Safe for concurrent use.
/// </summary>
public sealed partial class Nicknames(IDocumentStore documents, TimeProvider clock, ILogger<Nicknames> log) : IDisposable
{
    private const string Collection = "nicknames";

    /// <summary>How long the names are used before they are read again.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile FrozenDictionary<string, string> _names = FrozenDictionary<string, string>.Empty;
    private long _readAt;
    private volatile bool _isRead;
    private int _refreshing;

    /// <summary>Raised, on any thread, when the names have changed.</summary>
    public event Action? Changed;

    /// <summary>
    /// The nickname, with the handle's first half behind it where another player has the same; else the <see cref="GuestName"/>. It
    /// comes from memory. Names that are older than a second are read again in the background; <see cref="Changed"/> tells of new ones.
    /// </summary>
    /// <param name="handle">A <see cref="PlayerHandle"/>.</param>
    public string NameOf(string handle)
    {
        if (!IsFresh && Interlocked.Exchange(ref _refreshing, 1) == 0)
            _ = RefreshInBackgroundAsync();
        if (!_names.TryGetValue(handle, out var name))
            return GuestName.Of(handle);
        var isShared = _names.Any(other => other.Key != handle && string.Equals(other.Value, name, StringComparison.OrdinalIgnoreCase));
        return isShared ? $"{name} ({handle[..4]})" : name;
    }

    /// <summary>
    /// Like <see cref="NameOf"/>, and null for a player who gave no name: who drew something is nobody else's business then.
    /// </summary>
    public string? FindName(string handle)
    {
        var name = NameOf(handle);
        return _names.ContainsKey(handle) ? name : null;
    }

    /// <summary>The nickname alone; null for a player who has none.</summary>
    public string? Find(string handle) => _names.GetValueOrDefault(handle);

    /// <summary>Reads the names, unless that was done within the last second.</summary>
    /// <exception cref="StoreException">The store cannot be read: the names stay what they were.</exception>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        if (!IsFresh)
            await ReadAsync(onlyIfStale: true, cancellation);
    }

    /// <summary>Gives a player a name, instead of the one before.</summary>
    /// <exception cref="ArgumentException">The name is no <see cref="Nickname"/>.</exception>
    /// <exception cref="StoreException">The store cannot be written: the name stays what it was.</exception>
    public async Task SetAsync(string handle, string name, CancellationToken cancellation)
    {
        if (!Nickname.TryRead(name, out var nickname, out var trouble))
            throw new ArgumentException(trouble, nameof(name));
        await documents.ChangeAsync<Stored>(Collection, handle, _ => new Stored(nickname), cancellation);
        await ReadAsync(onlyIfStale: false, cancellation);
    }

    /// <summary>Removes a player's name, if there is one.</summary>
    /// <exception cref="StoreException">The store cannot be written: the name stays.</exception>
    public async Task RemoveAsync(string handle, CancellationToken cancellation)
    {
        await documents.DeleteAsync(Collection, handle, cancellation);
        await ReadAsync(onlyIfStale: false, cancellation);
    }

    public void Dispose() => _reading.Dispose();

    private bool IsFresh => _isRead && clock.GetElapsedTime(Volatile.Read(ref _readAt)) < MaxAge;

    private async Task RefreshInBackgroundAsync()
    {
        try
        {
            await ReadAsync(onlyIfStale: true, CancellationToken.None);
        }
        catch (Exception e) when (e is StoreException or ObjectDisposedException)
        {
            LogRefreshFailed(e);
        }
        finally
        {
            Volatile.Write(ref _refreshing, 0);
        }
    }

    private async Task ReadAsync(bool onlyIfStale, CancellationToken cancellation)
    {
        await _reading.WaitAsync(cancellation);
        FrozenDictionary<string, string> before, after;
        try
        {
            if (onlyIfStale && IsFresh)
                return;
            // Before the store answers: one that is away is not asked more often than one that answers.
            Volatile.Write(ref _readAt, clock.GetTimestamp());
            _isRead = true;
            var stored = await documents.ListAsync(Collection, cancellation);
            (before, after) = (_names, stored.Select(Read).OfType<KeyValuePair<string, string>>().ToFrozenDictionary());
            _names = after;
        }
        finally
        {
            _reading.Release();
        }

        if (before.Count != after.Count || before.Any(name => after.GetValueOrDefault(name.Key) != name.Value))
            Changed?.Invoke();
    }

    /// <summary>Null for a document that is no nickname: another program may have written it.</summary>
    private KeyValuePair<string, string>? Read(Document document)
    {
        try
        {
            return document.Name.Length == 8 && Nickname.TryRead(document.Read<Stored>().Name, out var name, out _)
                ? new(document.Name, name)
                : null;
        }
        catch (StoreException e)
        {
            LogUnreadable(document.Name, e);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The nicknames cannot be read; players keep the names that were read before")]
    private partial void LogRefreshFailed(Exception exception);

    [LoggerMessage(LogLevel.Warning, "The nickname of player {Handle} cannot be read; the player is shown as a guest")]
    private partial void LogUnreadable(string handle, Exception exception);

    private sealed record Stored(string Name);
}
