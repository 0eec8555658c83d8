namespace GameNight.Drawing.Strokes;

public static class InputKinds
{
    /// <summary>What a drawing of several strokes was made with: the kind of most of them, of equals the one that was used last; null where there are none.</summary>
    /// <param name="strokes">The kind of each stroke, in their order.</param>
    public static InputKind? MostUsed(IReadOnlyList<InputKind> strokes) => strokes.Count == 0
        ? null
        : strokes.Select((kind, place) => (kind, place)).GroupBy(stroke => stroke.kind).MaxBy(uses => (uses.Count(), uses.Max(stroke => stroke.place)))!.Key;
}
