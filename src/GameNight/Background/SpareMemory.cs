namespace GameNight.Background;

/// <summary>
/// Gives memory back that a piece of work needed and that is free since. The garbage collector keeps it for the next such piece: after a
/// training, for hours.
/// </summary>
internal static class SpareMemory
{
    /// <summary>
    /// Has everything collected in the background. It isn't compacted: the whole process would stand still for that, and the more people
    /// play, the longer.
    /// </summary>
    public static void Return() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
}
