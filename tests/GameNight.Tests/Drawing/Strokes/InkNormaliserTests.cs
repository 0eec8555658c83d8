using FsCheck;
using FsCheck.Fluent;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;

namespace GameNight.Tests.Drawing.Strokes;

public sealed class InkNormaliserTests
{
    private static readonly double[][][] Seven = [[[10, 10], [60, 10], [30, 90]], [[20, 50], [50, 50]]];

    /// <summary>One to four strokes of points with whole numbers.</summary>
    private static readonly Gen<double[][][]> Drawings =
        Gen.Choose(0, 400).Select(v => (double)v).ArrayOf(2).NonEmptyListOf().Select(points => points.ToArray()).ArrayOf()
            .Where(strokes => strokes.Length is > 0 and < 5);

    public static TheoryData<double, double, double> PlacesAndSizes()
    {
        var data = new TheoryData<double, double, double>();
        foreach (var scale in new[] { 0.37, 1, 5.3 })
        {
            foreach (var x in new[] { -1000.1, 0, 333.3 })
            {
                foreach (var y in new[] { -77.7, 0, 2048.25 })
                    data.Add(scale, x, y);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(PlacesAndSizes))]
    public void Normalise_MovedAndEnlarged_GivesTheSameBytes(double scale, double x, double y) =>
        Assert.Equal(Image(Seven), Image(Transform(Seven, scale, x, y)));

    [Fact]
    public void Normalise_AnyDrawingMovedAndEnlarged_GivesTheSameBytes() => Prop.ForAll(
        (from strokes in Drawings
         from scale in Gen.Choose(1, 900)
         from shift in Gen.Choose(-9000, 9000)
         select (strokes, moved: Transform(strokes, scale / 100.0, shift / 7.0, shift / -3.0))).ToArbitrary(),
        drawn => Image(drawn.strokes).Equals(Image(drawn.moved)))
        .Check();

    [Fact]
    public void Normalise_AnyDrawing_IsCentred() => Prop.ForAll(Drawings.ToArbitrary(), strokes =>
    {
        var image = Image(strokes);
        var (x, y) = CentreOfMass(image);
        // An extremely lopsided drawing reaches beyond the 28 pixels when it is centred, and cutting it moves the mass; digits are
        // never so lopsided. Half a pixel is the tolerance because a dot covers only five pixels, and a shift by part of a pixel
        // distributes it differently.
        return IsCut(image, strokes) || (Math.Abs(x - InkNormaliser.Centre) < 0.5 && Math.Abs(y - InkNormaliser.Centre) < 0.5);
    }).Check();

    [Fact]
    public void Normalise_StrokesInAnyOrder_GiveTheSameBytes() => Prop.ForAll(Drawings.ToArbitrary(), strokes =>
        Image(strokes).Equals(Image([.. strokes.Reverse()])))
        .Check();

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public void Normalise_UprightLine_HasTheStrokeWidth(double length)
    {
        var middle = Image([[[5, 0], [5, length]]]).Pixels.Slice(14 * DigitImage.Side, DigitImage.Side).ToArray();
        Assert.Equal(InkNormaliser.StrokeWidth, middle.Sum(v => v / 255.0), 0.02);
    }

    [Fact]
    public void Normalise_Line_FillsTheBoxPenIncluded()
    {
        var image = Image([[[0, 0], [0, 7]]]).Pixels.ToArray();
        var length = Enumerable.Range(0, DigitImage.Side).Sum(row => image[row * DigitImage.Side + 14] / 255.0);
        Assert.Equal(InkNormaliser.Box, length, 0.3);
    }

    [Fact]
    public void Normalise_Dot_IsInk()
    {
        var image = Image([[[3, 3]]]);
        Assert.Equal(255, image.Pixels[14 * DigitImage.Side + 14]);
        Assert.Equal(Math.PI * Math.Pow(InkNormaliser.StrokeWidth / 2, 2), image.Pixels.ToArray().Sum(v => v / 255.0), 0.5);
    }

    [Fact]
    public void Normalise_Blank_IsRefused() => Assert.Throws<BlankDrawingException>(() => InkNormaliser.Normalise(Ink.Blank));

    private static DigitImage Image(double[][][] strokes) => InkNormaliser.Normalise(Ink.FromStrokes(strokes));

    private static double[][][] Transform(double[][][] strokes, double scale, double x, double y) =>
        [.. strokes.Select(stroke => stroke.Select(p => new[] { p[0] * scale + x, p[1] * scale + y }).ToArray())];

    private static (double X, double Y) CentreOfMass(DigitImage image)
    {
        var pixels = image.Pixels.ToArray();
        double mass = pixels.Sum(v => v);
        return (pixels.Select((v, i) => v * (i % DigitImage.Side + 0.5)).Sum() / mass,
                pixels.Select((v, i) => v * (i / DigitImage.Side + 0.5)).Sum() / mass);
    }

    /// <summary>Whether ink touches the image's edge, or lies beyond it altogether: then the rest is smaller than the drawing.</summary>
    private static bool IsCut(DigitImage image, double[][][] strokes)
    {
        var pixels = image.Pixels.ToArray();
        int[] columns = [.. Enumerable.Range(0, DigitImage.Length).Where(i => pixels[i] > 0).Select(i => i % DigitImage.Side)];
        int[] rows = [.. Enumerable.Range(0, DigitImage.Length).Where(i => pixels[i] > 0).Select(i => i / DigitImage.Side)];
        var (width, height) = (Extent(strokes, 0), Extent(strokes, 1));
        return IsCut(columns, width, Math.Max(width, height)) || IsCut(rows, height, Math.Max(width, height));
    }

    private static bool IsCut(int[] inked, double extent, double side) =>
        inked.Min() == 0 || inked.Max() == DigitImage.Side - 1
        || inked.Max() + 1 - inked.Min() < (side == 0 ? 0 : extent / side * (InkNormaliser.Box - InkNormaliser.StrokeWidth)) + 1;

    private static double Extent(double[][][] strokes, int axis)
    {
        var along = strokes.SelectMany(stroke => stroke).Select(point => point[axis]).ToList();
        return along.Max() - along.Min();
    }
}
