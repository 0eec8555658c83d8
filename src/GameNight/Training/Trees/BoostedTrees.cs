using System.Globalization;
using GameNight.Native.XGBoost;

namespace GameNight.Training.Trees;

/// <summary>Trains gradient-boosted trees for the ten digits (Chen and Guestrin, "XGBoost: a scalable tree boosting system", 2016).</summary>
public static class BoostedTrees
{
    public const int Classes = 10;

    /// <summary>Trains a number of rounds; a round adds a tree for each digit.</summary>
    /// <param name="features">A row of numbers for each example, one after the other; with a <paramref name="start"/>, as many in a row as it was made for.</param>
    /// <param name="labels">The digit of each row.</param>
    /// <param name="options">How.</param>
    /// <param name="start">A saved booster to go on from, as it is after all its rounds; null to begin with no trees.</param>
    /// <param name="afterRound">Is told of each round that is done, with the booster as it is then, to measure or show; it must not keep it.</param>
    /// <param name="cancellation">Asked between rounds.</param>
    /// <returns>The booster; its <c>Rounds</c> are those of <paramref name="start"/> and the new ones. The caller disposes it.</returns>
    /// <exception cref="ArgumentException">The table and the labels do not fit together, or a label is no digit.</exception>
    /// <exception cref="XgbException">XGBoost refuses the start, its features are others, or an option is out of range.</exception>
    /// <exception cref="XgbLibraryMissingException">There is no XGBoost.</exception>
    public static Booster Train(
        float[] features, IReadOnlyList<int> labels, BoostedTreesOptions options, ReadOnlyMemory<byte>? start = null,
        Action<int, Booster>? afterRound = null, CancellationToken cancellation = default)
    {
        if (labels.FirstOrDefault(label => label is < 0 or >= Classes) is var wrong and not 0)
            throw new ArgumentException($"A label is 0 to 9, not {wrong}.", nameof(labels));
        var parts = Parts(features, labels, options);
        Booster? booster = null;
        try
        {
            booster = start is { } saved ? Booster.Load(saved.Span) : Booster.Create(parts[0]);
            Configure(booster, options);
            var first = start is null ? 0 : booster.Rounds;
            for (var round = first; round < first + options.Rounds; round++)
            {
                cancellation.ThrowIfCancellationRequested();
                booster.Update(parts[round % parts.Count], round);
                afterRound?.Invoke(round - first + 1, booster);
            }

            return booster;
        }
        catch
        {
            booster?.Dispose();
            throw;
        }
        finally
        {
            parts.ForEach(part => part.Dispose());
        }
    }

    /// <summary>
    /// Each round sees one part of the rows, in turn: that is faster by the number of parts and, as in Friedman's stochastic
    /// gradient boosting (2002), no less accurate. The parts stay the same so that XGBoost keeps what it has computed for each.
    /// </summary>
    private static List<DMatrix> Parts(float[] features, IReadOnlyList<int> labels, BoostedTreesOptions options)
    {
        if (labels.Count == 0 || features.Length == 0 || features.Length % labels.Count != 0)
            throw new ArgumentException($"{features.Length} numbers are no table of {labels.Count} rows.", nameof(features));
        var columns = features.Length / labels.Count;
        var order = Enumerable.Range(0, labels.Count).ToArray();
        new Random(options.Seed).Shuffle(order);
        var count = (labels.Count + options.RowsPerRound - 1) / options.RowsPerRound;
        return [.. Enumerable.Range(0, count).Select(part =>
        {
            var rows = order.Where((_, place) => place % count == part).ToArray();
            var table = new float[rows.Length * columns];
            for (var row = 0; row < rows.Length; row++)
                features.AsSpan(rows[row] * columns, columns).CopyTo(table.AsSpan(row * columns));
            return DMatrix.Create(table, rows.Length, Array.ConvertAll(rows, row => (float)labels[row]));
        })];
    }

    private static void Configure(Booster booster, BoostedTreesOptions options)
    {
        booster.Set("objective", "multi:softprob");
        booster.Set("num_class", Text(Classes));
        // So that the sums begin as those of the ONNX model do and stay equal to the bit.
        booster.Set("base_score", "0");
        booster.Set("tree_method", "hist");
        booster.Set("max_bin", Text(options.Bins));
        booster.Set("max_depth", Text(options.Depth));
        booster.Set("eta", Text(options.LearningRate));
        booster.Set("lambda", Text(options.Shrinkage));
        booster.Set("nthread", Text(options.Threads));
        booster.Set("seed", Text(options.Seed));
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
