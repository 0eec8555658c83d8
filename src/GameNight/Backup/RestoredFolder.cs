using System.Globalization;
using GameNight.Observations.Sqlite;

namespace GameNight.Backup;

/// <summary>
/// Puts a backup's parts in the place of what is in a data folder, which must be locked. What was there is moved into a folder in it and
/// not deleted; the data folder itself stays, because it may be a volume of a container.
/// </summary>
internal static class RestoredFolder
{
    /// <summary>Where the parts are unpacked and looked at before anything else is touched.</summary>
    public const string Incoming = ".incoming-backup";

    private const string Replaced = "replaced-";

    /// <summary>What stays where it is.</summary>
    private static readonly string[] Kept = [DataFolderLock.FileName, DataFolderLock.Restoring, Incoming];

    /// <param name="dataFolder">Has the parts in <see cref="Incoming"/>.</param>
    /// <param name="now">Names the folder of what was there before.</param>
    /// <returns>That folder; null where nothing was there.</returns>
    public static string? Put(string dataFolder, DateTimeOffset now)
    {
        var restoring = Path.Combine(dataFolder, DataFolderLock.Restoring);
        // What a restore that was broken off had not put in its place goes with the rest.
        List<string> before = [.. Entries(dataFolder)];
        var aside = Path.Combine(dataFolder, Replaced + now.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture));
        if (Directory.Exists(restoring))
            Move([restoring], Path.Combine(aside, "unfinished"));
        // From here on no game starts on the folder until all is in its place.
        Directory.Move(Path.Combine(dataFolder, Incoming), restoring);
        if (before.Count > 0)
            Move(before, aside);
        Move(Directory.EnumerateFileSystemEntries(restoring).OrderBy(IsDatabase), dataFolder);
        Directory.Delete(restoring);
        return Directory.Exists(aside) ? aside : null;
    }

    private static IEnumerable<string> Entries(string dataFolder) => Directory.EnumerateFileSystemEntries(dataFolder)
        .Where(path => Path.GetFileName(path) is var name && !Kept.Contains(name) && !name.StartsWith(Replaced, StringComparison.Ordinal));

    // Last: with its drawings, the folder looks complete.
    private static bool IsDatabase(string path) => Path.GetFileName(path) == SqliteObservationStore.FileName;

    private static void Move(IEnumerable<string> paths, string folder)
    {
        OwnerFolder.Make(folder);
        foreach (var path in paths.ToList())
            Directory.Move(path, Path.Combine(folder, Path.GetFileName(path)));
    }
}
