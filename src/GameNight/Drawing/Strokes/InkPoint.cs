namespace GameNight.Drawing.Strokes;

/// <summary>One sample of the pen.</summary>
/// <param name="X">In canvas units, growing to the right.</param>
/// <param name="Y">In canvas units, growing downwards.</param>
/// <param name="T">Milliseconds since the drawing's first point; null where unknown.</param>
public readonly record struct InkPoint(double X, double Y, double? T = null);
