using System.Security.Cryptography;
using GameNight.Datasets;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;

namespace GameNight.Retraining.Evaluation;

/// <summary>
/// Recorded drawings of people who never play, whose digits can be trusted: on them a version shows what it gains for strangers.
/// Nothing learns from them.
/// </summary>
public sealed class TrustedInk
{
    /// <summary>The name of the set in reports.</summary>
    public const string SetName = "trusted-ink";

    /// <summary>The fewest people: with fewer, an interval over people says next to nothing.</summary>
    public const int MinWriters = 5;

    private readonly Lazy<EvaluationSet> _set;
    private readonly Lazy<HashSet<DigitImage>> _images;
    private readonly Lazy<string> _digest;

    private TrustedInk(IReadOnlyList<RecordedInk> drawings)
    {
        _set = new(() => new EvaluationSet(
            SetName, [.. drawings.Select(drawing => InkNormaliser.Normalise(drawing.Strokes))], [.. drawings.Select(drawing =>
                drawing.Label)],
            [.. drawings.Select(drawing => $"{drawing.Writer}")]));
        _images = new(() => [.. Set.Images]);
        _digest = new(() =>
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var (image, digit) in Set.Images.Zip(Set.Digits))
                hash.AppendData([.. image.Pixels, (byte)digit]);
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        });
    }

    /// <summary>The drawings as models see them.</summary>
    public EvaluationSet Set => _set.Value;

    /// <summary>The SHA-256, in hexadecimal digits, of the drawings and their labels.</summary>
    public string Digest => _digest.Value;

    /// <summary>Whether a drawing is one of these, to the pixel.</summary>
    public bool Contains(DigitImage image) => _images.Value.Contains(image);

    /// <summary>Reads a file in the format of <see cref="InkDataset"/>, and checks all of it.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="InvalidDataException">It is damaged, or has drawings of too few people.</exception>
    public static TrustedInk Read(string path)
    {
        using var reader = new StreamReader(GzipFile.OpenRead(path));
        var drawings = new List<RecordedInk>();
        while (reader.ReadLine() is { } line)
        {
            if (InkDataset.Read(line, path, drawings.Count + 1) is { Label: >= 0 and <= 9, Strokes.IsBlank: false } drawing)
                drawings.Add(drawing);
            else
                throw new InvalidDataException($"{path}, line {drawings.Count + 1}: this is no drawing of a digit.");
        }

        return Of(drawings);
    }

    /// <exception cref="InvalidDataException">The drawings are of too few people.</exception>
    public static TrustedInk Of(IReadOnlyList<RecordedInk> drawings)
    {
        var writers = drawings.Select(drawing => drawing.Writer).Distinct().Count();
        return writers >= MinWriters
            ? new TrustedInk(drawings)
            : throw new InvalidDataException($"It has drawings of {writers} people; it takes {MinWriters}.");
    }
}
