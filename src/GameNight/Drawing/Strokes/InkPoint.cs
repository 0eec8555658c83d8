namespace GameNight.Drawing.Strokes;

/// <summary>One sample of the pen: canvas units, y down; <paramref name="T"/> in milliseconds since the drawing's first point, where known.</summary>
public readonly record struct InkPoint(double X, double Y, double? T = null);
