namespace GameNight.Models.Registry;

/// <summary>A place between two lines of a log.</summary>
/// <param name="Number">How many lines are before it.</param>
/// <param name="Offset">How many bytes.</param>
internal sealed record LogPosition(int Number, long Offset)
{
    public static readonly LogPosition Beginning = new(0, 0);
}
