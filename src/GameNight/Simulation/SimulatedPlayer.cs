using GameNight.Datasets;
using GameNight.Drawing.Strokes;
using GameNight.Statistics;
using GameNight.Training.SyntheticInk;
using GameNight.Training.Trees;

namespace GameNight.Simulation;

/// <summary>A player of a simulated evening, with recorded or synthetic drawings.</summary>
/// <param name="Name">The name in observations, such as <c>simulated-12</c>.</param>
/// <param name="Drawings">The drawings in the order of play, each with the digit that is meant.</param>
public sealed record SimulatedPlayer(string Name, IReadOnlyList<(Ink Ink, int Digit)> Drawings)
{
    /// <summary>Random writers of recorded ink, each with random drawings of theirs, none of them twice.</summary>
    /// <param name="ink">Drawings of at least as many writers as there are players.</param>
    /// <param name="players">The number of players.</param>
    /// <param name="plays">The number of drawings of each player; a writer with fewer plays all of theirs.</param>
    /// <param name="seed">The seed of the choices.</param>
    /// <exception cref="InvalidDataException">There are fewer writers than players.</exception>
    public static IReadOnlyList<SimulatedPlayer> FromInk(IEnumerable<RecordedInk> ink, int players, int plays, int seed)
    {
        var random = new Random(seed);
        var writers = ink.Where(drawing => !drawing.Strokes.IsBlank)
            .GroupBy(drawing => drawing.Writer).OrderBy(writer => writer.Key).ToArray();
        if (writers.Length < players)
            throw new InvalidDataException($"There are only {writers.Length} writers in the file, and {players} are to play.");
        random.Shuffle(writers);
        return [.. writers.Take(players).Select(writer =>
        {
            var drawings = writer.ToArray();
            random.Shuffle(drawings);
            var played = drawings.Take(plays).Select(drawing => (drawing.Strokes, drawing.Label));
            return new SimulatedPlayer($"simulated-{writer.Key}", [.. played]);
        })];
    }

    /// <summary>Players with synthetic drawings, of which each has its own slant and width.</summary>
    /// <inheritdoc cref="FromInk" path="/param"/>
    public static IReadOnlyList<SimulatedPlayer> Synthetic(int players, int plays, int seed) =>
        [.. Enumerable.Range(1, players).Select(number => DrawSynthetic(number, plays, seed))];

    private static SimulatedPlayer DrawSynthetic(int number, int plays, int seed)
    {
        var random = new Random(unchecked(seed * 1_000_003 + number));
        var (width, slant) = (Math.Exp(0.25 * random.Normal()), Math.Clamp(0.25 * random.Normal(), -0.5, 0.5));
        return new SimulatedPlayer($"simulated-{number}", [.. Enumerable.Range(0, plays).Select(_ =>
        {
            var digit = random.Next(BoostedTrees.Classes);
            return (Transform(StrokeSkeletons.Draw(digit, random), width, slant), digit);
        })]);
    }

    /// <summary>
    /// Widens and slants ink. Drawings are about 200 units high, so that a tenth of a unit is far below a pixel; rounding saves space.
    /// </summary>
    private static Ink Transform(Ink ink, double width, double slant) => Ink.FromStrokes([.. ink.Strokes.Select(stroke =>
        Array.ConvertAll(stroke, point => new[] { Math.Round(width * point.X - slant * point.Y, 1), Math.Round(point.Y, 1) }))]);
}
