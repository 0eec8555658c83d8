namespace GameNight.Models.Onnx;

/// <summary>The shapes that a file states.</summary>
internal static class OnnxShape
{
    private const int MaxRank = 16;

    /// <summary>The number of elements of a tensor with these lengths.</summary>
    /// <param name="lengths">The length of each dimension.</param>
    /// <param name="title">What has the shape, as the beginning of a sentence.</param>
    /// <exception cref="InvalidModelException">It is no shape, or of more than <see cref="TensorInfo.MaxElements"/> elements.</exception>
    public static long Count(IEnumerable<long> lengths, string title)
    {
        var (count, rank) = (1L, 0);
        foreach (var length in lengths)
        {
            if (length is < 0 or > TensorInfo.MaxElements || ++rank > MaxRank)
                throw new InvalidModelException($"{title} has an absurd shape: a length of {length:N0}, or more than {MaxRank} lengths.");
            // A length of 0 makes it empty, but hides no others: elements are counted as if there were one.
            count *= Math.Max(1, length);
            if (count > TensorInfo.MaxElements)
                throw new InvalidModelException($"{title} has more than {TensorInfo.MaxElements:N0} elements.");
        }

        return count;
    }
}
