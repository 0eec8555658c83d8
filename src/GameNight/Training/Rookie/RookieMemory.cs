using System.Buffers.Binary;
using System.Security.Cryptography;
using GameNight.Recognition.Guessing;
using GameNight.Training.Examples;
using GameNight.Training.Network;

namespace GameNight.Training.Rookie;

/// <summary>
/// What the rookie has learned from. The same labelled drawings make the same rookie, in whatever order they come. The same image with
/// the same digit counts once, however often it is drawn. For one thread at a time.
/// </summary>
/// <param name="embeddings">What the rookie sees of an image.</param>
public sealed class RookieMemory(Embeddings embeddings)
{
    /// <summary>The number of varied copies that are learned with each drawing.</summary>
    private const int Copies = 8;

    /// <summary>The most drawings that are learned; by then a further one changes nothing that anybody sees.</summary>
    private const int Capacity = 20_000;

    /// <summary>
    /// Turns the regression's answers into logits: with n drawings, they are multiplied by this times n / (n + <see cref="Caution"/>).
    /// Both were chosen on recorded ink, where this makes strangers' digits most likely after 10 to 1,000 drawings.
    /// </summary>
    private const double Sureness = 13;

    private const double Caution = 20;

    private readonly RidgeRegression _regression = new(embeddings.Width);
    private readonly Dictionary<Guid, int> _learned = [];
    private readonly Dictionary<(UInt128 Image, int Digit), int> _copies = [];
    private readonly int[] _digits = new int[OnnxClassifier.Digits];

    /// <summary>The number of labelled drawings that it has learned.</summary>
    public int Count => _learned.Count;

    /// <summary>The digits of which it has learned no drawing.</summary>
    public IReadOnlyList<int> Unknown => [.. Enumerable.Range(0, _digits.Length).Where(digit => _digits[digit] == 0)];

    /// <summary>Whether it has learned this drawing as this digit.</summary>
    public bool Knows(Guid id, int digit) => _learned.TryGetValue(id, out var known) && known == digit;

    /// <summary>Learns a drawing, also in the place of what it had learned of it with another label.</summary>
    /// <returns>False where nothing has changed.</returns>
    public bool Learn(TrainingExample example)
    {
        if (_learned.TryGetValue(example.Id, out var before) && before == example.Digit)
            return false;
        var isChanged = Forget(example);
        if (_learned.Count == Capacity)
            return isChanged;
        _learned.Add(example.Id, example.Digit);
        _digits[example.Digit]++;
        if (ChangeCopies(example, 1) == 1)
            _regression.Add(Embed(example), example.Digit);
        return true;
    }

    /// <summary>Forgets a drawing, whatever label it had.</summary>
    /// <returns>False where it was not known.</returns>
    public bool Forget(TrainingExample example)
    {
        if (!_learned.Remove(example.Id, out var digit))
            return false;
        var learned = example with { Digit = digit };
        _digits[digit]--;
        if (ChangeCopies(learned, -1) == 0)
            _regression.Remove(Embed(learned), digit);
        return true;
    }

    /// <summary>The last layer that reads digits as they were learned.</summary>
    public LastLayer ToLayer()
    {
        var scale = Sureness * Count / (Count + Caution);
        return new LastLayer([.. _regression.Solve().SelectMany(row => row.Append(0)).Select(weight => scale * weight)]);
    }

    /// <summary>Changes how often an image was drawn with a digit.</summary>
    /// <returns>How often now.</returns>
    private int ChangeCopies(TrainingExample example, int change)
    {
        var key = (BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(example.Image.Pixels)), example.Digit);
        var count = _copies.GetValueOrDefault(key) + change;
        if (count == 0)
            _copies.Remove(key);
        else
            _copies[key] = count;
        return count;
    }

    // The copies of equal images are equal, so that any of them can be forgotten in the place of the one that was learned.
    private List<float[]> Embed(TrainingExample example)
    {
        var first = example with { Id = new Guid(SHA256.HashData(example.Image.Pixels).AsSpan(0, 16)) };
        return [.. Enumerable.Range(0, Copies + 1).Select(copy => embeddings.Of(ExampleVariations.Vary(first, copy)))];
    }
}
