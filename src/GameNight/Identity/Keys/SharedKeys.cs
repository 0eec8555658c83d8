using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace GameNight.Identity.Keys;

/// <summary>
/// The keys that sign the players' cookies, where several games share a table: in memory, because ASP.NET asks for them without waiting,
/// with a copy in the data folder, so that a game that was here before knows its players while the table is away.
/// <see cref="KeySharing"/> exchanges them with the table. Safe for concurrent use.
/// </summary>
/// <param name="folder">The folder of the copies, in which games without a table keep their keys.</param>
/// <param name="loggers">For the copies that can't be read or written.</param>
internal sealed partial class SharedKeys(string folder, ILoggerFactory loggers) : IXmlRepository, IDisposable
{
    private readonly Lock _gate = new();
    private readonly ILogger _log = loggers.CreateLogger<SharedKeys>();
    private readonly FileSystemXmlRepository _copies = new(new DirectoryInfo(folder), loggers);
    // While the table is away, a game makes a key for itself, which isn't the others'.
    private readonly string _alone = Path.Combine(folder, "alone");
    private readonly Dictionary<string, XElement> _all = [];
    private CancellationTokenSource _changed = new();

    /// <summary>Is cancelled when there are more keys than there were when it was asked for.</summary>
    public CancellationToken Changed
    {
        get
        {
            lock (_gate)
                return _changed.Token;
        }
    }

    /// <summary>
    /// What tells keys apart, however they are written. What is no key, such as the revocation of one, is what it says.
    /// </summary>
    public static string IdentityOf(XElement element) =>
        element.Name == "key" && element.Attribute("id") is { } id ? id.Value : element.ToString(SaveOptions.DisableFormatting);

    /// <summary>Whether a start before this one has known no other game's keys, and no exchange has come since.</summary>
    public bool IsAlone => File.Exists(_alone);

    /// <summary>Takes the keys of the data folder, where it has any.</summary>
    public void ReadCopies()
    {
        try
        {
            Take(_copies.GetAllElements());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or XmlException)
        {
            LogUnread(e);
        }
    }

    /// <summary>All keys, as elements that the caller may change.</summary>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_gate)
            return [.. _all.Values.Select(key => new XElement(key))];
    }

    /// <summary>Adds a key that was made here. The table gets it with the next exchange.</summary>
    /// <param name="element">The key.</param>
    /// <param name="friendlyName">Is not used: copies are named by the keys' ids, wherever they were made.</param>
    public void StoreElement(XElement element, string friendlyName) => Add([element]);

    /// <summary>Adds those of the keys that are not here, and copies them into the data folder.</summary>
    public void Add(IEnumerable<XElement> keys)
    {
        foreach (var key in Take(keys))
        {
            try
            {
                _copies.StoreElement(key, key.Attribute("id") is { } id ? $"key-{id.Value}" : $"revocation-{Guid.NewGuid()}");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another process at this folder may have copied it; where the disk is full, the table has it still.
                LogUncopied(e.Message);
            }
        }
    }

    /// <summary>Notes for the next start whether the keys are this game's alone, or those of the table are among them.</summary>
    public void Note(bool alone)
    {
        try
        {
            if (alone)
                File.WriteAllBytes(_alone, []);
            else if (IsAlone)
                File.Delete(_alone);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogUnnoted(e.Message);
        }
    }

    public void Dispose()
    {
        lock (_gate)
            _changed.Dispose();
    }

    private List<XElement> Take(IEnumerable<XElement> keys)
    {
        CancellationTokenSource changed;
        List<XElement> added;
        lock (_gate)
        {
            added = [.. keys.Where(key => _all.TryAdd(IdentityOf(key), key))];
            if (added.Count == 0)
                return added;
            (changed, _changed) = (_changed, new CancellationTokenSource());
        }

        // Not disposed of: whoever has its token may still ask it. Without a timer it holds nothing.
        changed.Cancel();
        return added;
    }

    [LoggerMessage(LogLevel.Warning, "The keys in the data folder can't be read, so only those of the table count")]
    private partial void LogUnread(Exception exception);

    [LoggerMessage(LogLevel.Warning, "Whether it has the keys of the other games can't be noted in the data folder: {Reason}")]
    private partial void LogUnnoted(string reason);

    [LoggerMessage(LogLevel.Warning, "A key isn't copied into the data folder, and signs the players' cookies all the same: {Reason}")]
    private partial void LogUncopied(string reason);
}
