using System.Globalization;

namespace GameNight.Observations.Store;

/// <summary>Where a reader of changes is: the number of the last change read, and whose numbers these are, so that nobody goes on in another store that has taken its place.</summary>
internal static class ChangeCursor
{
    public static string Write(string source, long change) => string.Create(CultureInfo.InvariantCulture, $"{source}.{change}");

    /// <param name="after">The cursor; null for the start.</param>
    /// <param name="source">The store's name; null where it has none yet, and has given out no cursor.</param>
    /// <exception cref="ArgumentException">It is no cursor of this store.</exception>
    public static long Read(string? after, string? source)
    {
        var change = 0L;
        if (after is null || (source is not null && after.StartsWith(source + ".", StringComparison.Ordinal)
            && long.TryParse(after.AsSpan(source.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out change)))
        {
            return change;
        }

        throw new ArgumentException("The cursor is not one that this store gave out.", nameof(after));
    }
}
