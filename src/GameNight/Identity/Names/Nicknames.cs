using System.Collections.Frozen;
using GameNight.Storage;

namespace GameNight.Identity.Names;

/// <summary>
/// What players are called, in all games at one store. Nobody is named who did not ask for it; what is kept is the handle and
/// the name, a document for each.
/// </summary>
public sealed partial class Nicknames(IDocumentStore documents, TimeProvider clock, ILogger<Nicknames> log) : IDisposable
{
    private const string Collection = "nicknames";

    /// <summary>So long what was read is not read again.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile FrozenDictionary<string, string> _names = FrozenDictionary<string, string>.Empty;
    private long _readAt;
    private volatile bool _isRead;
    private int _refreshing;

    /// <summary>Somebody is called otherwise than before. Raised on any thread.</summary>
    public event Action? Changed;

    /// <summary>
    /// The nickname, with the handle's first half behind it where another has the same; else the <see cref="GuestName"/>. From
    /// memory, at once; what others have changed is looked up behind it, and told by <see cref="Changed"/>.
    /// </summary>
    /// <param name="handle">A <see cref="PlayerHandle"/>.</param>
    public string NameOf(string handle)
    {
        if (!IsFresh && Interlocked.Exchange(ref _refreshing, 1) == 0)
            _ = RefreshBehindAsync();
        if (!_names.TryGetValue(handle, out var name))
            return GuestName.Of(handle);
        return _names.Any(other => other.Key != handle && string.Equals(other.Value, name, StringComparison.OrdinalIgnoreCase)) ? $"{name} ({handle[..4]})" : name;
    }

    /// <summary>The nickname alone; null of somebody who has none.</summary>
    public string? Find(string handle) => _names.GetValueOrDefault(handle);

    /// <summary>Reads them, unless that was done within the last second.</summary>
    /// <exception cref="StoreException">The store cannot be read: the names stay what they were.</exception>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        if (!IsFresh)
            await ReadAsync(onlyIfStale: true, cancellation);
    }

    /// <summary>Names a player, or names one otherwise.</summary>
    /// <exception cref="ArgumentException">That is no <see cref="Nickname"/>.</exception>
    /// <exception cref="StoreException">The store cannot be written: the name stays what it was.</exception>
    public async Task SetAsync(string handle, string name, CancellationToken cancellation)
    {
        if (!Nickname.TryRead(name, out var nickname, out var trouble))
            throw new ArgumentException(trouble, nameof(name));
        await documents.ChangeAsync<Stored>(Collection, handle, _ => new Stored(nickname), cancellation);
        await ReadAsync(onlyIfStale: false, cancellation);
    }

    /// <summary>The player is a guest again.</summary>
    /// <exception cref="StoreException">The store cannot be written: the name stays.</exception>
    public async Task RemoveAsync(string handle, CancellationToken cancellation)
    {
        await documents.DeleteAsync(Collection, handle, cancellation);
        await ReadAsync(onlyIfStale: false, cancellation);
    }

    public void Dispose() => _turn.Dispose();

    private bool IsFresh => _isRead && clock.GetElapsedTime(Volatile.Read(ref _readAt)) < Fresh;

    private async Task RefreshBehindAsync()
    {
        try
        {
            await ReadAsync(onlyIfStale: true, CancellationToken.None);
        }
        catch (Exception e) when (e is StoreException or ObjectDisposedException)
        {
            // Nobody waits for it; they are called what they were called.
            LogUnread(e);
        }
        finally
        {
            Volatile.Write(ref _refreshing, 0);
        }
    }

    private async Task ReadAsync(bool onlyIfStale, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        FrozenDictionary<string, string> before, after;
        try
        {
            if (onlyIfStale && IsFresh)
                return;
            // A store that is away is not asked more often than one that answers.
            Volatile.Write(ref _readAt, clock.GetTimestamp());
            _isRead = true;
            var stored = await documents.ListAsync(Collection, cancellation);
            (before, after) = (_names, stored.Select(Read).OfType<KeyValuePair<string, string>>().ToFrozenDictionary());
            _names = after;
        }
        finally
        {
            _turn.Release();
        }

        if (before.Count != after.Count || before.Any(name => after.GetValueOrDefault(name.Key) != name.Value))
            Changed?.Invoke();
    }

    /// <summary>Null of what another program has written there.</summary>
    private KeyValuePair<string, string>? Read(Document document)
    {
        try
        {
            return document.Name.Length == 8 && Nickname.TryRead(document.Read<Stored>().Name, out var name, out _) ? new(document.Name, name) : null;
        }
        catch (StoreException e)
        {
            LogUnread(e);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "A nickname cannot be read; it is left out until it can")]
    private partial void LogUnread(Exception exception);

    private sealed record Stored(string Name);
}
