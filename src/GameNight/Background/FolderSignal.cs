namespace GameNight.Background;

/// <summary>
/// Notices when this process or another one writes, creates or deletes a file in a folder, so that who polls what is kept there need
/// not look in between. Where the folder can't be watched, every moment counts as a change, and who polls goes on polling.
/// </summary>
public partial class FolderSignal : IDisposable
{
    /// <summary>After this time one looks although nothing was noticed: a network drive tells nothing of other machines.</summary>
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();
    private readonly FileSystemWatcher? _watcher;
    private readonly ILogger _log;
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _version;
    private bool _isBlind;

    /// <summary>Begins to watch. The folder is created where it is missing.</summary>
    /// <param name="folder">The folder; the folders in it count too.</param>
    /// <param name="filter">Which files count, such as <c>*.db</c>.</param>
    /// <param name="log">For a folder that can't be watched.</param>
    /// <param name="below">
    /// A folder in it that is created as well: what is written at once into one that has just come isn't noticed. Null for none.
    /// </param>
    public FolderSignal(string folder, string filter, ILogger log, string? below = null)
    {
        _log = log;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, below ?? ""));
            _watcher = new FileSystemWatcher(folder, filter) { IncludeSubdirectories = true };
            _watcher.NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size;
            _watcher.Changed += (_, _) => Notice();
            _watcher.Created += (_, _) => Notice();
            _watcher.Deleted += (_, _) => Notice();
            _watcher.Renamed += (_, _) => Notice();
            _watcher.Error += (_, error) => GoBlind(folder, error.GetException());
            _watcher.EnableRaisingEvents = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            GoBlind(folder, e);
        }
    }

    /// <summary>A number that grows with each change. Read it before looking, and wait with it afterwards: nothing is missed.</summary>
    public long Version
    {
        get
        {
            lock (_gate)
                return _version;
        }
    }

    /// <summary>
    /// Comes back when something has changed since a version, at once where it has already; at the latest after 20 seconds.
    /// </summary>
    /// <param name="seen">The <see cref="Version"/> before the last look.</param>
    /// <param name="clock">Times the wait.</param>
    /// <param name="cancellation">Ends the wait with an exception.</param>
    public async Task WaitAsync(long seen, TimeProvider clock, CancellationToken cancellation)
    {
        Task next;
        lock (_gate)
        {
            if (_isBlind || _version != seen)
                return;
            next = _next.Task;
        }

        // That the time is over is an outcome here, and no error.
        await next.WaitAsync(Sweep, clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Ends the watching.</summary>
    public void Dispose()
    {
        _watcher?.Dispose();
        GC.SuppressFinalize(this);
    }

    private void Notice()
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            _version++;
            (changed, _next) = (_next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        changed.SetResult();
    }

    private void GoBlind(string folder, Exception reason)
    {
        lock (_gate)
            _isBlind = true;
        Notice();
        LogBlind(folder, reason.Message);
    }

    [LoggerMessage(LogLevel.Warning, "The folder {Folder} can't be watched, so it is read again and again instead. {Reason}")]
    private partial void LogBlind(string folder, string reason);
}
