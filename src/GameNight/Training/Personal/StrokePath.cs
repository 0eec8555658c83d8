using System.Numerics.Tensors;
using GameNight.Drawing.Strokes;

namespace GameNight.Training.Personal;

/// <summary>
/// The path of the pen: points at equal distances along all strokes, one stroke after the other, each with the direction there, and whether
/// the pen was up. A hand usually draws a digit the same way each time, also where the image is like another digit's. Immutable.
/// </summary>
/// <remarks>
/// Points at equal distances along the path: F. Alimoglu and E. Alpaydin, "Methods of combining multiple classifiers based on different
/// representations for pen-based handwriting recognition", TAINN 1996.
/// </remarks>
public sealed class StrokePath
{
    private const int Samples = 24;

    /// <summary>For each sample x, y, the direction along both, and whether the pen is up.</summary>
    private const int Numbers = 5;

    /// <summary>The length of a direction, in sides of the drawing: the opposite direction is as far as 1.2 sides.</summary>
    private const double DirectionLength = 0.6;

    /// <summary>How far a sample with the pen up is from the same one with the pen down.</summary>
    private const float UpDistance = 0.5f;

    /// <summary>Two samples that are nearer than that, in sides, are at the same place: the pen came back, and has no direction.</summary>
    private const double SamePlace = 1e-6;

    private readonly float[] _features = new float[Samples * Numbers];

    private StrokePath(List<PathPoint> points)
    {
        var samples = Resample(points);
        for (var i = 0; i < Samples; i++)
        {
            var (before, after) = (samples[Math.Max(i - 1, 0)], samples[Math.Min(i + 1, Samples - 1)]);
            var distance = before.DistanceTo(after);
            var direction = distance > SamePlace ? DirectionLength / distance : 0;
            var features = _features.AsSpan(i * Numbers, Numbers);
            features[0] = (float)samples[i].X;
            features[1] = (float)samples[i].Y;
            features[2] = (float)(direction * (after.X - before.X));
            features[3] = (float)(direction * (after.Y - before.Y));
            features[4] = samples[i].IsUp ? UpDistance : 0;
        }
    }

    /// <summary>The path of a drawing, whatever its place and size; null where there is no ink.</summary>
    public static StrokePath? Of(Ink? ink)
    {
        if (ink is null || ink.IsBlank)
            return null;
        // As it is stored, so that a guess costs little however fine the ink is, and sees what was learned.
        var thin = InkThinning.Thin(ink);
        var bounds = InkBounds.Of(thin);
        var (side, (middleX, middleY)) = (bounds.Side > 0 ? bounds.Side : 1, bounds.Middle);
        var points = new List<PathPoint>();
        foreach (var stroke in thin.Strokes)
        {
            var isUp = points.Count > 0;
            foreach (var point in stroke)
            {
                points.Add(new PathPoint((point.X - middleX) / side, (point.Y - middleY) / side, isUp));
                isUp = false;
            }
        }

        return new StrokePath(points);
    }

    /// <summary>
    /// How far two paths are apart: the root of the mean square over their samples, in sides of the drawings.
    /// </summary>
    public float DistanceTo(StrokePath other) => TensorPrimitives.Distance<float>(_features, other._features) / MathF.Sqrt(Samples);

    /// <summary>Samples at equal distances along the path, what the pen crosses in the air included.</summary>
    private static PathPoint[] Resample(List<PathPoint> points)
    {
        var lengths = new double[points.Count];
        for (var i = 1; i < points.Count; i++)
            lengths[i] = lengths[i - 1] + points[i - 1].DistanceTo(points[i]);
        var samples = new PathPoint[Samples];
        for (int i = 0, from = 0; i < Samples; i++)
        {
            var length = lengths[^1] * i / (Samples - 1);
            while (from < points.Count - 2 && lengths[from + 1] < length)
                from++;
            var to = Math.Min(from + 1, points.Count - 1);
            var between = lengths[to] - lengths[from];
            var share = between > 0 ? Math.Clamp((length - lengths[from]) / between, 0, 1) : 0;
            samples[i] = PathPoint.Between(points[from], points[to], share);
        }

        return samples;
    }
}
