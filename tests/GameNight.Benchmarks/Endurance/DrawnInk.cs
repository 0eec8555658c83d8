using GameNight.Datasets;
using GameNight.Drawing.Strokes;
using GameNight.Training.SyntheticInk;

namespace GameNight.Benchmarks.Endurance;

/// <summary>What players draw: recorded ink, or made-up digits.</summary>
internal sealed class DrawnInk
{
    private readonly IReadOnlyList<RecordedInk> _recorded;

    private readonly ILookup<int, RecordedInk> _byDigit;

    private DrawnInk(IReadOnlyList<RecordedInk> recorded) =>
        (_recorded, _byDigit) = (recorded, recorded.Where(one => !one.Strokes.IsBlank).ToLookup(one => one.Label));

    /// <summary>Made-up digits.</summary>
    public static DrawnInk MadeUp { get; } = new([]);

    /// <param name="file">The recorded ink; null for made-up digits.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<DrawnInk> ReadAsync(FileInfo? file, CancellationToken cancellation) =>
        file is null ? MadeUp : new(await InkDataset.ReadAsync(file.FullName, cancellation).ToListAsync(cancellation));

    /// <summary>A drawing by lot, and the digit that is meant.</summary>
    /// <param name="random">Draws the lot.</param>
    /// <param name="before">
    /// What the same player drew before; null for nothing. It is not drawn again at once: nobody draws the same strokes twice, and the
    /// play page takes them for those that it has.
    /// </param>
    public (Ink Ink, int Digit) Next(Random random, Ink? before = null)
    {
        if (_recorded.Count > 0)
        {
            var number = random.Next(_recorded.Count);
            if (_recorded[number].Strokes.Equals(before))
                number = (number + 1) % _recorded.Count;
            return (_recorded[number].Strokes, _recorded[number].Label);
        }

        var digit = random.Next(10);
        return (StrokeSkeletons.Draw(digit, random), digit);
    }

    /// <summary>A drawing of a digit by lot.</summary>
    public Ink Next(int digit, Random random) => _byDigit[digit].ToList() is { Count: > 0 } drawings
        ? drawings[random.Next(drawings.Count)].Strokes
        : StrokeSkeletons.Draw(digit, random);
}
