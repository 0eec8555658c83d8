namespace GameNight.Drawing.Strokes;

public static class InputKinds
{
    /// <summary>
    /// The input of a drawing: that of most of its strokes; of equally frequent ones the one used last; null without
    /// strokes.
    /// </summary>
    /// <param name="strokes">The input of each stroke, in the order of the strokes.</param>
    public static InputKind? MostUsed(IReadOnlyList<InputKind> strokes) => strokes.Count == 0
        ? null
        : strokes.Index().GroupBy(stroke => stroke.Item).MaxBy(uses => (uses.Count(), uses.Max(stroke => stroke.Index)))!.Key;
}
