namespace GameNight.Drawing.Pad;

/// <summary>When a stroke of a replay is drawn, and how fast.</summary>
/// <param name="Points">In a box of <see cref="ReplayTimeline.Side"/> by <see cref="ReplayTimeline.Side"/>, y down. At least one; a dot has no length.</param>
/// <param name="Start">Milliseconds since the replay's start.</param>
/// <param name="Duration">Milliseconds; 0 for a dot.</param>
/// <param name="Pace">How much of the stroke's time has gone and how much of its length is drawn by then: shares from (0, 0) to (1, 1), neither ever less than before.</param>
public sealed record ReplayStroke(IReadOnlyList<(double X, double Y)> Points, double Start, double Duration, IReadOnlyList<(double Time, double Length)> Pace);
