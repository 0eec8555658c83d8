using GameNight.Datasets;
using GameNight.Drawing.Strokes;
using GameNight.Statistics;
using GameNight.Training.SyntheticInk;
using GameNight.Training.Trees;

namespace GameNight.Simulation;

/// <summary>Somebody who draws what is there already, or what can be made up.</summary>
/// <param name="Name">As the store has it: <c>simulated-12</c>.</param>
/// <param name="Drawings">In the order in which they are played, each with the digit that is meant.</param>
public sealed record SimulatedPlayer(string Name, IReadOnlyList<(Ink Ink, int Digit)> Drawings)
{
    /// <summary>Writers of a file of recorded ink, drawn by lot, and of each as many drawings, drawn by lot, none of them twice.</summary>
    /// <param name="ink">Any number of drawings of any number of writers.</param>
    /// <param name="players">How many play.</param>
    /// <param name="plays">How often each plays; a writer of fewer drawings plays those.</param>
    /// <param name="seed">The same gives the same players with the same drawings.</param>
    /// <exception cref="InvalidDataException">There are not so many writers.</exception>
    public static IReadOnlyList<SimulatedPlayer> FromInk(IEnumerable<RecordedInk> ink, int players, int plays, int seed)
    {
        var random = new Random(seed);
        var writers = ink.Where(drawing => !drawing.Strokes.IsBlank).GroupBy(drawing => drawing.Writer).OrderBy(writer => writer.Key).ToArray();
        if (writers.Length < players)
            throw new InvalidDataException($"There are only {writers.Length} writers in the file, and {players} are to play.");
        random.Shuffle(writers);
        return [.. writers.Take(players).Select(writer =>
        {
            var drawings = writer.ToArray();
            random.Shuffle(drawings);
            return new SimulatedPlayer($"simulated-{writer.Key}", [.. drawings.Take(plays).Select(drawing => (drawing.Strokes, drawing.Label))]);
        })];
    }

    /// <summary>Players whose drawings are made up by <see cref="StrokeSkeletons"/>. Each has a hand of their own: a slant and a width.</summary>
    /// <inheritdoc cref="FromInk" path="/param"/>
    public static IReadOnlyList<SimulatedPlayer> MadeUp(int players, int plays, int seed) => [.. Enumerable.Range(1, players).Select(number =>
    {
        var random = new Random(unchecked(seed * 1_000_003 + number));
        var (width, slant) = (Math.Exp(0.25 * random.Normal()), Math.Clamp(0.25 * random.Normal(), -0.5, 0.5));
        return new SimulatedPlayer($"simulated-{number}", [.. Enumerable.Range(0, plays).Select(_ =>
        {
            var digit = random.Next(BoostedTrees.Classes);
            return (Write(StrokeSkeletons.Draw(digit, random), width, slant), digit);
        })]);
    })];

    /// <summary>Drawings are about 200 units high: a tenth of one is far below a pixel, and takes less room.</summary>
    private static Ink Write(Ink ink, double width, double slant) => Ink.FromStrokes([.. ink.Strokes.Select(stroke =>
        Array.ConvertAll(stroke, point => new[] { Math.Round(width * point.X - slant * point.Y, 1), Math.Round(point.Y, 1) }))]);
}
