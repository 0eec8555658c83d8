namespace GameNight.Background;

/// <summary>
/// Gives memory back that a piece of work needed and that is free since. The garbage collector keeps it for the next such piece: after a
/// training, for hours.
/// </summary>
internal static class SpareMemory
{
    /// <summary>Collects and compacts everything, so for as long as that takes, the whole process stands still.</summary>
    public static void Return() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
