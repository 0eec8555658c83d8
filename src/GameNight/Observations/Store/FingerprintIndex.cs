namespace GameNight.Observations.Store;

/// <summary>Finds the row of each different drawing by its fingerprint, in 8 to 9 bytes for each. For one thread.</summary>
/// <remarks>
/// Short sorted lists, since a hash table would be half empty. A number has 36 bits of the drawing's fingerprint and the row; 12 more bits
/// of the fingerprint choose the list. That any two of a million drawings are taken for the same has a chance of 1 in 500.
/// </remarks>
public sealed class FingerprintIndex
{
    private const int ListBits = 12;
    private const int RowBits = 28;
    private const ulong RowMask = (1UL << RowBits) - 1;

    private readonly List<ulong>?[] _lists = new List<ulong>?[1 << ListBits];

    /// <summary>The row of a drawing. If there is none yet, it is this one.</summary>
    /// <param name="drawing">The drawing's fingerprint.</param>
    /// <param name="row">A row of it, below 2²⁸.</param>
    public int FindOrAdd(ulong drawing, int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)row, RowMask, nameof(row));
        var (list, key) = (ListOf(drawing), KeyOf(drawing));
        var place = PlaceOf(key, list);
        if (place < list.Count && (list[place] & ~RowMask) == key)
            return (int)(list[place] & RowMask);
        // By an eighth, where a list would double itself.
        if (list.Count == list.Capacity)
            list.Capacity += 4 + list.Count / 8;
        list.Insert(place, key | (uint)row);
        return row;
    }

    /// <summary>Gives a drawing that has a row another one.</summary>
    public void Replace(ulong drawing, int row)
    {
        var (list, key) = (ListOf(drawing), KeyOf(drawing));
        list[PlaceOf(key, list)] = key | (uint)row;
    }

    private static ulong KeyOf(ulong drawing) => (drawing << ListBits) & ~RowMask;

    private List<ulong> ListOf(ulong drawing) => _lists[drawing >> (64 - ListBits)] ??= [];

    /// <summary>Where the key is with whatever row, or belongs.</summary>
    private static int PlaceOf(ulong key, List<ulong> list) => list.BinarySearch(key) is var place && place >= 0 ? place : ~place;
}
