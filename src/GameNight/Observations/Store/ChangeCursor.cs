using System.Globalization;

namespace GameNight.Observations.Store;

/// <summary>
/// A position in a store's changes, as text: the store's name, a dot, and the number of the last change read. Because of the
/// name, a store that was made anew refuses the cursors of the one whose place it has taken.
/// </summary>
internal static class ChangeCursor
{
    public static string Write(string store, long change) => string.Create(CultureInfo.InvariantCulture, $"{store}.{change}");

    /// <summary>Reads the number of the last change that a cursor has seen; 0 for the start.</summary>
    /// <param name="after">The cursor; null for the start.</param>
    /// <param name="store">The store's name; null where it has none yet, and so has given out no cursor.</param>
    /// <exception cref="ArgumentException">The cursor is not one of this store's.</exception>
    public static long Read(string? after, string? store)
    {
        var change = 0L;
        if (after is null || (store is not null && after.StartsWith(store + ".", StringComparison.Ordinal)
            && long.TryParse(after.AsSpan(store.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out change)))
        {
            return change;
        }

        throw new ArgumentException("The cursor is not one that this store gave out.", nameof(after));
    }
}
