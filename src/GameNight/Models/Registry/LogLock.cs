namespace GameNight.Models.Registry;

/// <summary>Lets one at a time write a log, of all processes on the machine.</summary>
internal static class LogLock
{
    private const int MaxAttempts = 500;

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(10);

    /// <summary>Takes the lock until the file is disposed. The operating system unlocks it when the process ends.</summary>
    /// <param name="folder">The folder of the log.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="IOException">Another process has held the lock for five seconds.</exception>
    public static async Task<FileStream> TakeAsync(string folder, CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(Path.Combine(folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < MaxAttempts)
            {
                // In real time, whatever the game's clock says: the holder is another process.
                await Task.Delay(PollInterval, TimeProvider.System, cancellation);
            }
        }
    }
}
