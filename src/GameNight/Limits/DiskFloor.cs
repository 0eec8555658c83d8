using GameNight.Configuration;

namespace GameNight.Limits;

/// <summary>
/// The free space on the disk of the data folder that the game leaves alone: below it no drawing is kept, so that the machine, the
/// database and what is there already stay whole. Play goes on.
/// </summary>
public sealed partial class DiskFloor(GameFolders folders, LimitOptions options, TimeProvider clock, ILogger<DiskFloor> log)
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(5);

    private readonly Lock _looking = new();
    private long? _lookedAt;

    /// <summary>Whether there was too little space when it was last looked at, some seconds ago at most.</summary>
    public bool IsReached
    {
        get
        {
            lock (_looking)
            {
                if (_lookedAt is not { } at || clock.GetElapsedTime(at) >= LookInterval)
                {
                    var free = new DriveInfo(folders.Data).AvailableFreeSpace;
                    var isReached = free < (long)options.FreeDiskMegabytes << 20;
                    if (isReached && !field)
                        LogReached(free >> 20, options.FreeDiskMegabytes);
                    (_lookedAt, field) = (clock.GetTimestamp(), isReached);
                }

                return field;
            }
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

    [LoggerMessage(LogLevel.Error, "The disk has {Free} MB left, less than {Floor} MB: no drawings are kept until there is more")]
    private partial void LogReached(long free, int floor);
}
