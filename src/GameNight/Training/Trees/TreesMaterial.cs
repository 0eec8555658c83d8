using GameNight.Drawing.Images;
using GameNight.Native.XGBoost;
using GameNight.Training.Features;

namespace GameNight.Training.Trees;

/// <summary>What several boosters of one run share: the same start, and the images whose features are computed once.</summary>
/// <param name="start">The saved booster whose training continues.</param>
/// <param name="options">The parameters of the boosting.</param>
/// <param name="images">The images and their digits.</param>
internal sealed class TreesMaterial(byte[] start, BoostedTreesOptions options, IReadOnlyList<(DigitImage Image, int Label)> images)
{
    private readonly float[] _features = StrokeFeatures.Of([.. images.Select(drawing => drawing.Image)], options.Threads);

    /// <summary>The booster as it was before. The caller disposes it.</summary>
    public Booster Start() => Booster.Load(start);

    /// <summary>Continues the training of the start on some of the images. The caller disposes the booster.</summary>
    /// <param name="isLearned">Whether the image of a number is learned from.</param>
    /// <param name="afterRound">Called after each round with its number, from 1.</param>
    /// <param name="cancellation">Checked before each round.</param>
    public Booster Grow(Func<int, bool> isLearned, Action<int> afterRound, CancellationToken cancellation)
    {
        int[] rows = [.. Enumerable.Range(0, images.Count).Where(isLearned)];
        return BoostedTrees.Train(
            Select(rows), Array.ConvertAll(rows, row => images[row].Label), options, start, (round, _) => afterRound(round), cancellation);
    }

    /// <summary>The margins of some images, ten for each, one image after the other.</summary>
    public float[] Margins(Booster booster, int[] rows)
    {
        using var matrix = DMatrix.Create(Select(rows), rows.Length);
        return booster.Predict(matrix, margin: true);
    }

    private float[] Select(int[] rows)
    {
        if (rows.Length == images.Count)
            return _features;
        var selected = new float[rows.Length * StrokeFeatures.Count];
        for (var i = 0; i < rows.Length; i++)
            _features.AsSpan(rows[i] * StrokeFeatures.Count, StrokeFeatures.Count).CopyTo(selected.AsSpan(i * StrokeFeatures.Count));
        return selected;
    }
}
