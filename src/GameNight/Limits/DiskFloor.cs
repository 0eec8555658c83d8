using GameNight.Configuration;

namespace GameNight.Limits;

/// <summary>
/// The free space on the disk of the data folder that the game leaves alone: below it no drawing is kept, so that the machine, the
/// database and what is there already stay whole. Play goes on.
/// </summary>
public sealed partial class DiskFloor(GameFolders folders, LimitOptions options, TimeProvider clock, ILogger<DiskFloor> log)
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(5);

    private long _lookedAt = long.MinValue;
    private volatile bool _isReached;

    /// <summary>Whether there was too little space when it was last looked at, some seconds ago at most.</summary>
    public bool IsReached
    {
        get
        {
            // One caller looks, and the others take what was known: a disk that hangs does not hold them up.
            var (now, before) = (clock.GetTimestamp(), Interlocked.Read(ref _lookedAt));
            if ((before == long.MinValue || clock.GetElapsedTime(before, now) >= LookInterval)
                && Interlocked.CompareExchange(ref _lookedAt, now, before) == before)
            {
                Look();
            }

            return _isReached;
        }
    }

    /// <exception cref="NotKeptException">There is too little space.</exception>
    public void Check()
    {
        if (IsReached)
        {
            throw new NotKeptException(
                StatusCodes.Status507InsufficientStorage,
                "The disk of this game is nearly full, so this drawing isn’t kept. What was saved is safe, and you can play on. "
                    + "Tell the host.");
        }
    }

    private void Look()
    {
        try
        {
            var free = new DriveInfo(folders.Data).AvailableFreeSpace;
            var isReached = free < (long)options.FreeDiskMegabytes << 20;
            if (isReached && !_isReached)
                LogReached(free >> 20, options.FreeDiskMegabytes);
            _isReached = isReached;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // What cannot be asked is left to the store, which says itself when it cannot write.
            LogUnknown(e);
        }
    }

    [LoggerMessage(LogLevel.Error, "The disk has {Free} MB left, less than {Floor} MB: no drawings are kept until there is more")]
    private partial void LogReached(long free, int floor);

    [LoggerMessage(LogLevel.Debug, "How much of the disk is free cannot be read")]
    private partial void LogUnknown(Exception exception);
}
