namespace GameNight.Backup;

/// <summary>Says from the game's start to its end that it uses the data folder. One that cannot be written is not locked.</summary>
public sealed partial class DataFolderUse(string dataFolder, ILogger<DataFolderUse> log) : IHostedService, IDisposable
{
    private DataFolderLock? _lock;

    /// <exception cref="IOException">The folder is being restored, or was left half restored.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            _lock = DataFolderLock.Share(dataFolder);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or DirectoryNotFoundException)
        {
            LogNotLocked(e);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _lock?.Dispose();

    [LoggerMessage(LogLevel.Warning, "The data folder cannot be written; whoever restores a backup there must stop this game first")]
    private partial void LogNotLocked(Exception exception);
}
