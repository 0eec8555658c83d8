using GameNight.Datasets;
using GameNight.Drawing.Strokes;
using GameNight.Retraining.Review;
using GameNight.Tests.Datasets;
using GameNight.Tests.Training.SyntheticInk;
using GameNight.Training.SyntheticInk;

namespace GameNight.Tests.Retraining.Review;

public sealed class SyntheticInkNeighboursTests
{
    [Fact]
    public void Find_SyntheticInk_IsNearToItsDigit()
    {
        var found = Enumerable.Range(0, 300).Select(i => Find(StrokeSkeletons.Draw(i % 10, new Random(31_000 + i)))).ToList();
        Assert.InRange(found.Where((nearest, i) => nearest.Digit == i % 10).Count(), 285, 300);
        Assert.InRange(found.Count(nearest => nearest.Distance > SyntheticInkNeighbours.Farthest), 0, 3);
    }

    [Fact]
    public void Find_Scribbles_AreFarFromEveryDigit() =>
        Assert.InRange(Enumerable.Range(0, 300).Count(i => IsFar(Scribbles.Draw(new Random(i)))), 240, 300);

    [InkFact]
    public async Task Find_RecordedInk_IsHardlyEverFarFromEveryDigit()
    {
        var recorded = await InkDataset.ReadAsync(DatasetFiles.FindInk(null)!.FullName, default).ToListAsync();
        var some = recorded.Where((_, i) => i % 7 == 0).ToList();
        Assert.InRange(some.Count(drawing => IsFar(drawing.Strokes)), 0, some.Count / 50);
    }

    [Fact]
    public void Distance_FewerThanThreeOthers_IsInfinite()
    {
        var blurred = SyntheticInkNeighbours.Blur(InkNormaliser.Normalise(StrokeSkeletons.Draw(4, new Random(1))));
        Assert.Equal(double.PositiveInfinity, SyntheticInkNeighbours.Distance(blurred, [blurred, blurred]));
        Assert.Equal(0, SyntheticInkNeighbours.Distance(blurred, [blurred, new float[blurred.Length], blurred, blurred]));
    }

    private static bool IsFar(Ink ink) => Find(ink).Distance > SyntheticInkNeighbours.Farthest;

    private static (int Digit, double Distance) Find(Ink ink) =>
        SyntheticInkNeighbours.Shared.Find(SyntheticInkNeighbours.Blur(InkNormaliser.Normalise(ink)));
}
