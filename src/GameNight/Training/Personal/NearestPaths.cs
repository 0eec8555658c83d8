using GameNight.Recognition.Guessing;

namespace GameNight.Training.Personal;

/// <summary>
/// Decides by the path of the pen between the digits that a player has labelled often enough: the farther a digit's nearest path is, the
/// less likely the digit. Immutable and safe for concurrent use.
/// </summary>
internal sealed class NearestPaths
{
    /// <summary>The number of examples of a digit from which on its paths decide.</summary>
    public const int MinExamples = 2;

    /// <summary>The logits that a digit loses where its nearest path is one side of the drawing farther than the nearest of all.</summary>
    private const float Strength = 16;

    /// <summary>Paths that are so far apart have nothing in common, however much farther they are.</summary>
    private const float Farthest = 0.7f;

    /// <summary>The paths of each digit that is drawn often enough, of others none.</summary>
    private readonly StrokePath[][] _paths;

    /// <summary>Remembers paths.</summary>
    /// <param name="examples">The examples of one player.</param>
    /// <param name="beliefs">For each the belief in its label, 0 to 1.</param>
    public NearestPaths(IReadOnlyList<PersonalExample> examples, IReadOnlyList<double> beliefs)
    {
        var believed = examples.Where((_, i) => beliefs[i] > Credibility.Believed)
            .Where(example => example.Drawing.Path is not null).ToLookup(example => example.Digit, example => example.Drawing.Path!);
        _paths = [.. Enumerable.Range(0, OnnxClassifier.Digits)
            .Select(digit => believed[digit].Count() >= MinExamples ? believed[digit].ToArray() : [])];
    }

    /// <summary>Takes from ten logits what speaks against the digits. Changes nothing for a drawing without ink.</summary>
    public void Correct(EncodedDrawing drawing, Span<float> logits)
    {
        if (drawing.Path is not { } path)
            return;
        var distances = Array.ConvertAll(
            _paths, paths => paths.Aggregate(Farthest, (least, known) => Math.Min(least, known.DistanceTo(path))));
        var nearest = distances.Min();
        for (var digit = 0; digit < distances.Length; digit++)
        {
            if (_paths[digit].Length > 0)
                logits[digit] -= Strength * (distances[digit] - nearest);
        }
    }
}
