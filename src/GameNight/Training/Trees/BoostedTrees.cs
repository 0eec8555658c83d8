using System.Globalization;
using GameNight.Native.XGBoost;

namespace GameNight.Training.Trees;

/// <summary>Trains gradient-boosted trees for the ten digits.</summary>
/// <remarks>T. Chen, C. Guestrin, "XGBoost: a scalable tree boosting system", KDD 2016.</remarks>
public static class BoostedTrees
{
    public const int Classes = 10;

    /// <summary>Trains a booster.</summary>
    /// <param name="features">
    /// The features of each example, one example after the other; with <paramref name="start"/>, as many of each as it has.
    /// </param>
    /// <param name="labels">The digit of each example.</param>
    /// <param name="options">The parameters.</param>
    /// <param name="start">A saved booster whose training continues; null to start without trees.</param>
    /// <param name="afterRound">
    /// Called after each round with its number, from 1, and the booster, which is valid only during the call.
    /// </param>
    /// <param name="rows">The examples that are learned from, as indices; null for all.</param>
    /// <param name="cancellation">Checked before each round.</param>
    /// <returns>The booster, with the rounds of <paramref name="start"/> and the new ones. The caller disposes it.</returns>
    /// <exception cref="ArgumentException">The features do not fill a row for each label, or a label is not 0 to 9.</exception>
    /// <exception cref="XgbException">
    /// <paramref name="start"/> is not a booster or has another number of features, or an option is out of range.
    /// </exception>
    /// <exception cref="XgbLibraryMissingException">XGBoost was not found.</exception>
    public static Booster Train(
        float[] features,
        IReadOnlyList<int> labels,
        BoostedTreesOptions options,
        ReadOnlyMemory<byte>? start = null,
        Action<int, Booster>? afterRound = null,
        IReadOnlyList<int>? rows = null,
        CancellationToken cancellation = default)
    {
        if (labels.FirstOrDefault(label => label is < 0 or >= Classes) is var wrong and not 0)
            throw new ArgumentException($"A label is 0 to 9, not {wrong}.", nameof(labels));
        var parts = Divide(features, labels, rows ?? [.. Enumerable.Range(0, labels.Count)], options);
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
    /// Divides the examples at random into the parts that rounds use in turn. Time falls with the number of parts, and accuracy does
    /// not, as in stochastic gradient boosting (J. H. Friedman, 2002). The parts stay the same, because XGBoost caches the margins of
    /// each.
    /// </summary>
    private static List<DMatrix> Divide(
        float[] features, IReadOnlyList<int> labels, IReadOnlyList<int> learned, BoostedTreesOptions options)
    {
        if (labels.Count == 0 || features.Length == 0 || features.Length % labels.Count != 0)
            throw new ArgumentException($"{features.Length} values do not fill {labels.Count} rows of features.", nameof(features));
        var columns = features.Length / labels.Count;
        int[] order = [.. learned];
        new Random(options.Seed).Shuffle(order);
        var count = (order.Length + options.RowsPerRound - 1) / options.RowsPerRound;
        return [.. Enumerable.Range(0, count).Select(part =>
        {
            var rows = order.Where((_, position) => position % count == part).ToArray();
            var values = new float[rows.Length * columns];
            for (var row = 0; row < rows.Length; row++)
                features.AsSpan(rows[row] * columns, columns).CopyTo(values.AsSpan(row * columns));
            return DMatrix.Create(values, rows.Length, Array.ConvertAll(rows, row => (float)labels[row]));
        })];
    }

    private static void Configure(Booster booster, BoostedTreesOptions options)
    {
        booster.Set("objective", "multi:softprob");
        booster.Set("num_class", Text(Classes));
        // The ONNX model's sums start at 0. With the same start here, both stay equal to the bit.
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
