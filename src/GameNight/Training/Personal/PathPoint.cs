namespace GameNight.Training.Personal;

/// <summary>A point of the pen's path.</summary>
/// <param name="X">From the middle of the drawing, in its sides.</param>
/// <param name="Y">From the middle of the drawing, in its sides.</param>
/// <param name="IsUp">Whether the pen came here through the air.</param>
internal readonly record struct PathPoint(double X, double Y, bool IsUp)
{
    /// <summary>A point on the way from one to another.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="share">How much of the way lies behind, 0 to 1.</param>
    public static PathPoint Between(PathPoint from, PathPoint to, double share) =>
        new(from.X + (share * (to.X - from.X)), from.Y + (share * (to.Y - from.Y)), share > 0 ? to.IsUp : from.IsUp);

    public double DistanceTo(PathPoint other) => double.Hypot(other.X - X, other.Y - Y);
}
