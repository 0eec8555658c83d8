using GameNight.Training.Personal;

namespace GameNight.Tests.Training.Personal;

public sealed class ResidualMemoryTests
{
    [Fact]
    public void Correct_NothingRemembered_ChangesNothing()
    {
        var drawing = Drawings.At(0.3, seen: 4);
        Assert.Equal(drawing.Logits, Corrected(new ResidualMemory([], [], seen => seen.Logits), drawing));
    }

    [Fact]
    public void Correct_ASimilarDrawing_IsReadAsLabelled()
    {
        var memory = Remember(1, (0.0, 7));
        Assert.Equal(7, MostLikely(Corrected(memory, Drawings.At(0.1, seen: 1))));
    }

    [Fact]
    public void Correct_ADrawingMoreLikeAPrototype_HardlyChanges()
    {
        // The cosine with the remembered drawing is 0.7, with the prototype of a 1 it is 0.9.
        var drawing = Drawings.At(Math.Acos(0.7), seen: 1);
        var corrected = Corrected(Remember(1, (0.0, 7)), drawing);
        Assert.All(corrected.Zip(drawing.Logits), pair => Assert.Equal(pair.Second, pair.First, 0.01));
    }

    [Fact]
    public void Correct_ALabelThatIsNotBelieved_ChangesNothing()
    {
        var drawing = Drawings.At(0, seen: 1);
        Assert.Equal(drawing.Logits, Corrected(Remember(0, (0.0, 7)), drawing));
    }

    [Fact]
    public void Correct_ManyCopiesOfADrawing_CorrectAsMuchAsOne()
    {
        var drawing = Drawings.At(0.1, seen: 1);
        var one = Corrected(Remember(1, (0.0, 7)), drawing);
        var many = Corrected(Remember(1, [.. Enumerable.Repeat((0.0, 7), 100)]), drawing);
        Assert.All(one.Zip(many), pair => Assert.InRange(Math.Abs(pair.Second - 12), 0, Math.Abs(pair.First - 12) * 1.2 + 12));
        Assert.Equal(7, MostLikely(many));
    }

    [Fact]
    public void Correct_ARightAnswer_MakesItNoLessSure()
    {
        var drawing = Drawings.At(0.1, seen: 7);
        Assert.Equal(7, MostLikely(Corrected(Remember(1, (0.0, 7)), drawing)));
    }

    [Fact]
    public void Correct_WhereTheNetworkAnswers_AddsWhatTheNetworkMissedAndNotTheLayer()
    {
        // The layer reads what it has learned, and may not answer for others.
        var memory = new ResidualMemory(
            [Drawings.Label(Drawings.At(0, seen: 1), 7)], [1], seen => [.. seen.Logits.Select((_, digit) => digit == 7 ? 12f : 0)]);
        var (ofNetwork, ofLayer) = (Drawings.At(0.1, seen: 1), Drawings.At(0.1, seen: 1));
        memory.Correct(ofNetwork, ofNetwork.Logits, isOfLayer: false);
        memory.Correct(ofLayer, ofLayer.Logits, isOfLayer: true);
        Assert.Equal(7, MostLikely(ofNetwork.Logits));
        Assert.Equal(1, MostLikely(ofLayer.Logits));
    }

    private static ResidualMemory Remember(double belief, params (double Angle, int Digit)[] labels) =>
        new([.. labels.Select(label => Drawings.Label(Drawings.At(label.Angle, seen: 1), label.Digit))],
            [.. labels.Select(_ => belief)],
            drawing => drawing.Logits);

    private static float[] Corrected(ResidualMemory memory, EncodedDrawing drawing)
    {
        var logits = (float[])drawing.Logits.Clone();
        memory.Correct(drawing, logits, isOfLayer: true);
        return logits;
    }

    private static int MostLikely(float[] logits) => Array.IndexOf(logits, logits.Max());
}
