using GameNight.Drawing.Strokes;
using GameNight.Training.Personal;

namespace GameNight.Tests.Training.Personal;

public sealed class NearestPathsTests
{
    private static readonly EncodedDrawing Down = Bar(downwards: true);
    private static readonly EncodedDrawing Up = Bar(downwards: false);

    [Fact]
    public void Correct_LikeImages_AreToldApartByThePath()
    {
        var paths = new NearestPaths([.. Marks(Down, 1), .. Marks(Up, 7)], Believed(4));
        Assert.Equal(7, MostLikely(Corrected(paths, Up)));
        Assert.Equal(1, MostLikely(Corrected(paths, Down)));
    }

    [Fact]
    public void Correct_DigitsThatWereNotDrawn_KeepTheirLogits()
    {
        var corrected = Corrected(new NearestPaths([.. Marks(Down, 1), .. Marks(Up, 7)], Believed(4)), Up);
        Assert.All(Enumerable.Range(0, 10).Except([1]), digit => Assert.Equal(Up.Logits[digit], corrected[digit]));
    }

    [Fact]
    public void Correct_FewMarks_ChangeNothing()
    {
        var paths = new NearestPaths([.. Marks(Down, 1), .. Marks(Up, 7)[1..]], Believed(3));
        Assert.Equal(Up.Logits, Corrected(paths, Up));
    }

    [Fact]
    public void Correct_MarksThatAreNotBelieved_DoNotCount()
    {
        var paths = new NearestPaths([.. Marks(Down, 1), .. Marks(Up, 7)], [1, 1, 1, 0.4]);
        Assert.Equal(Up.Logits, Corrected(paths, Up));
    }

    [Fact]
    public void Correct_ADrawingWithoutInk_IsNotChanged()
    {
        var paths = new NearestPaths([.. Marks(Down, 1), .. Marks(Up, 7)], Believed(4));
        var pixels = Up with { Path = null };
        Assert.Equal(pixels.Logits, Corrected(paths, pixels));
    }

    [Fact]
    public void Likeness_LikeFeatures_AreNearerByALikePathAndFartherByAnother()
    {
        var other = Drawings.At(0.3, seen: 1);
        var cosine = Down.Likeness(other);
        Assert.InRange(Down.Likeness(other with { Path = Down.Path }), cosine + 0.01f, 1);
        Assert.InRange(Down.Likeness(other with { Path = Up.Path }), -1, cosine - 0.01f);
    }

    /// <summary>A line that the network reads as a 1, and might be a 7.</summary>
    private static EncodedDrawing Bar(bool downwards) => Drawings.At(0, seen: 1) with
    {
        Logits = [0, 8, 0, 0, 0, 0, 0, 2, 0, 0],
        Path = StrokePath.Of(Ink.FromStrokes([downwards ? [[0, 0], [0, 100]] : [[0, 100], [0, 0]]])),
    };

    private static PersonalExample[] Marks(EncodedDrawing drawing, int digit) =>
        [.. Enumerable.Repeat(Drawings.Label(drawing, digit), NearestPaths.MinExamples)];

    private static double[] Believed(int count) => [.. Enumerable.Repeat(1.0, count)];

    private static float[] Corrected(NearestPaths paths, EncodedDrawing drawing)
    {
        var logits = (float[])drawing.Logits.Clone();
        paths.Correct(drawing, logits);
        return logits;
    }

    private static int MostLikely(float[] logits) => Array.IndexOf(logits, logits.Max());
}
