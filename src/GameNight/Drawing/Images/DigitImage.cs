using System.Text.Json.Serialization;

namespace GameNight.Drawing.Images;

/// <summary>The image that every algorithm classifies: 28 × 28 bytes, row by row, 0 = paper, 255 = ink. Immutable.</summary>
[JsonConverter(typeof(DigitImageJsonConverter))]
public sealed class DigitImage : IEquatable<DigitImage>
{
    public const int Side = 28;
    public const int Length = Side * Side;

    private readonly byte[] _pixels;

    /// <summary>Copies pixels.</summary>
    /// <param name="pixels">784 bytes.</param>
    /// <exception cref="ArgumentException">The number of bytes is not 784.</exception>
    public DigitImage(ReadOnlySpan<byte> pixels)
    {
        if (pixels.Length != Length)
            throw new ArgumentException($"An image has {Length} pixels, not {pixels.Length}.", nameof(pixels));
        _pixels = pixels.ToArray();
    }

    public ReadOnlySpan<byte> Pixels => _pixels;

    public bool IsBlank => !Pixels.ContainsAnyExcept((byte)0);

    /// <summary>The pixels as numbers, for JSON: an array of bytes would be written as base64.</summary>
    public int[] ToNumbers() => Array.ConvertAll(_pixels, pixel => (int)pixel);

    public bool Equals(DigitImage? other) => other is not null && Pixels.SequenceEqual(other.Pixels);

    public override bool Equals(object? obj) => Equals(obj as DigitImage);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(_pixels);
        return hash.ToHashCode();
    }
}
