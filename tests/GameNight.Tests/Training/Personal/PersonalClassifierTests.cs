using GameNight.Drawing.Strokes;
using GameNight.Tests.Training.Examples;
using GameNight.Training.Examples;
using GameNight.Training.Network;
using GameNight.Training.Personal;

namespace GameNight.Tests.Training.Personal;

public sealed class PersonalClassifierTests : IAsyncLifetime, IDisposable
{
    private readonly ShippedModelsFixture _shipped = new();
    private PersonalEncoder _network = null!;

    public async Task InitializeAsync()
    {
        var version = await _shipped.ReadAsync(PersonalNetwork.Algorithm);
        _network = new PersonalEncoder(version.Manifest, version.Model);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _network.Dispose();
        _shipped.Dispose();
    }

    [Fact]
    public void Learn_MirrorWriting_ReadsItBetterThanTheNetwork()
    {
        var others = SyntheticExamples.Draw(200, seed: 2, SyntheticExamples.Mirrored);
        var own = PersonalClassifier.Of(_network, Encode(SyntheticExamples.Draw(50, seed: 1, SyntheticExamples.Mirrored)));
        var before = CountRight(PersonalClassifier.Of(_network, []), others);
        var after = CountRight(own, others);
        Assert.True(own.IsTrusted);
        Assert.True(200 - after < (200 - before) / 2, $"{before} of 200 were right before, {after} are now.");
    }

    [Fact]
    public void Learn_BarLikeSevensWithoutAnyOne_ReadsTheFourthAndEveryOrdinaryDigit()
    {
        var ordinary = SyntheticExamples.Draw(100, seed: 3);
        var before = CountRight(PersonalClassifier.Of(_network, []), ordinary);
        var own = PersonalClassifier.Of(_network, Encode([.. Enumerable.Range(0, 3).Select(BarLikeSeven)]));
        Assert.Equal(1, _network.Of(BarLikeSeven(3).Image, ink: null).Digit);
        Assert.Equal(7, Answer(own, BarLikeSeven(3)));
        Assert.Equal(before, CountRight(own, ordinary));
    }

    [Fact]
    public void Learn_SevensDrawnUpwards_TellsThemFromOnesWithTheSameImage()
    {
        var own = PersonalClassifier.Of(
            _network, Encode([.. Enumerable.Range(0, 6).SelectMany(i => new[] { Bar(i, upwards: true), Bar(i, upwards: false) })]));
        Assert.All(Enumerable.Range(10, 10), drawing =>
        {
            Assert.Equal(7, Answer(own, Bar(drawing, upwards: true)));
            Assert.Equal(1, Answer(own, Bar(drawing, upwards: false)));
        });
    }

    [Fact]
    public void Learn_FortyBarLikeSevens_StillReadsOrdinaryOnesAndSevens()
    {
        var ordinary = SyntheticExamples.Draw(300, seed: 3).FindAll(example => example.Digit is 1 or 7);
        var before = CountRight(PersonalClassifier.Of(_network, []), ordinary);
        var own = PersonalClassifier.Of(_network, Encode([.. Enumerable.Range(0, 40).Select(BarLikeSeven)]));
        Assert.Equal(7, Answer(own, BarLikeSeven(41)));
        Assert.True(CountRight(own, ordinary) >= before - 1, $"{before} were right before, {CountRight(own, ordinary)} are now.");
    }

    [Fact]
    public void Learn_OneWrongLabel_ChangesNoAnswer()
    {
        var three = SyntheticExamples.Draw(10, seed: 1)[3] with { Digit = 8 };
        var own = PersonalClassifier.Of(_network, Encode([three]));
        Assert.InRange(own.Beliefs[0], 0, 0.1);
        AssertReadsAsTheNetwork(own);
    }

    [Fact]
    public void Learn_ADrawingUnderTwoDigits_BelievesTheOrdinaryLabel()
    {
        var three = SyntheticExamples.Draw(10, seed: 1)[3];
        var own = PersonalClassifier.Of(_network, Encode([three, three with { Digit = 8 }]));
        Assert.Equal(1, own.Beliefs[0]);
        Assert.InRange(own.Beliefs[1], 0, 0.01);
        Assert.Equal(3, Answer(own, three));
    }

    [Fact]
    public void Predict_OnlyOneDigitLabelled_ReadsTheOthersAsTheNetwork()
    {
        var sevens = SyntheticExamples.Draw(200, seed: 1).FindAll(example => example.Digit == 7);
        var own = PersonalClassifier.Of(_network, Encode(sevens));
        AssertReadsAsTheNetwork(own);
        Assert.Equal(MissingKind.AnotherDigit, own.Missing?.Kind);
    }

    [Fact]
    public void Missing_OnceItReadsTheOddDigitByItself_IsNothing()
    {
        var sevens = Encode([.. Enumerable.Range(0, 3).Select(BarLikeSeven)]);
        Assert.Equal(MissingKind.Comparison, PersonalClassifier.Of(_network, sevens[..1]).Missing?.Kind);
        Assert.Null(PersonalClassifier.Of(_network, sevens).Missing);
    }

    [Fact]
    public void Predict_AfterLabelsThatContradictThePlayer_IsTheNetworks()
    {
        // First every digit is labelled as the next one, so that what is learned later turns out to be wrong.
        var drawings = Encode(SyntheticExamples.Draw(60, seed: 1));
        var wrong = drawings.Take(40).Select(example => example with { Digit = (example.Digit + 1) % 10 }).ToList();
        var own = PersonalClassifier.Of(_network, wrong);
        var network = PersonalClassifier.Of(_network, []);
        Assert.True(own.IsTrusted);
        Assert.Contains(drawings[40..], drawing => !own.Predict(drawing.Drawing).SequenceEqual(network.Predict(drawing.Drawing)));

        var correct = Encode(SyntheticExamples.Draw(100, seed: 2));
        var learned = correct.TakeWhile(_ => own.IsTrusted).Select(example => own = own.Learn(example)).Count();
        Assert.InRange(learned, 1, 99);
        Assert.Equal(network.Predict(drawings[50].Drawing), own.Predict(drawings[50].Drawing));
    }

    [Fact]
    public void Of_SameExamples_IsTheSameClassifier()
    {
        var examples = Encode(SyntheticExamples.Draw(40, seed: 1, SyntheticExamples.Mirrored));
        var one = PersonalClassifier.Of(_network, examples);
        var two = PersonalClassifier.Of(_network, examples);
        Assert.Equal(one.Trust, two.Trust);
        var others = Encode(SyntheticExamples.Draw(20, seed: 3));
        Assert.All(others, other => Assert.Equal(one.Predict(other.Drawing), two.Predict(other.Drawing)));
    }

    [Fact]
    public void Learn_ManyOfOneDigit_ForgetsTheOldestOfThatDigit()
    {
        var drawing = _network.Of(SyntheticExamples.Draw(1, seed: 1)[0].Image, ink: null);
        var four = new PersonalExample(drawing, [], 4);
        var zeros = Enumerable.Range(0, PersonalClassifier.MaxExamplesPerDigit + 5)
            .Select(_ => new PersonalExample(drawing, [], 0)).ToList();
        var own = PersonalClassifier.Of(_network, [four, .. zeros]);
        Assert.Equal(PersonalClassifier.MaxExamplesPerDigit + 1, own.Examples.Count);
        Assert.Same(four, own.Examples[0]);
        Assert.Same(zeros[^1], own.Examples[^1]);
        Assert.DoesNotContain(zeros[0], own.Examples, ReferenceEqualityComparer.Instance);
    }

    [Fact]
    public void Learn_ManyOfAllDigits_ForgetsTheOldest()
    {
        var drawing = _network.Of(SyntheticExamples.Draw(1, seed: 1)[0].Image, ink: null);
        var examples = Enumerable.Range(0, PersonalClassifier.MaxExamples + 20)
            .Select(i => new PersonalExample(drawing, [], i % 10)).ToList();
        var own = PersonalClassifier.Of(_network, examples);
        Assert.Equal(examples[20..], own.Examples, ReferenceEqualityComparer.Instance);
    }

    [Fact]
    public void Of_NoExamples_IsTheNetwork()
    {
        var own = PersonalClassifier.Of(_network, []);
        var drawing = _network.Of(SyntheticExamples.Draw(1, seed: 1)[0].Image, ink: null);
        Assert.False(own.IsTrusted);
        Assert.Null(own.Missing);
        Assert.Equal(_network.Layer.Predict(drawing.Embedding), own.Predict(drawing));
    }

    /// <summary>The same image, drawn from the top as a 1 or from the bottom as a 7.</summary>
    private static TrainingExample Bar(int drawing, bool upwards)
    {
        var stroke = BarLikeSeven(drawing).Ink!.ToStrokes()[0];
        var ink = Ink.FromStrokes([upwards ? [.. stroke.Reverse()] : stroke]);
        return new TrainingExample(Guid.NewGuid(), "ann", ink, InkNormaliser.Normalise(ink), upwards ? 7 : 1);
    }

    /// <summary>A stem with a short bar at its top, in one hand: each drawing a little different.</summary>
    private static TrainingExample BarLikeSeven(int drawing)
    {
        var random = new Random(drawing);
        double At(double value) => value + 2 * random.NextDouble();
        var ink = Ink.FromStrokes([[[At(30), At(3)], [At(50), At(0)], [At(48), At(50)], [At(45), At(100)]]]);
        return new TrainingExample(new Guid(drawing, 7, 7, new byte[8]), "ann", ink, InkNormaliser.Normalise(ink), 7);
    }

    private List<PersonalExample> Encode(List<TrainingExample> examples) => examples.ConvertAll(_network.Of);

    private int Answer(PersonalClassifier own, TrainingExample example) =>
        own.Predict(_network.Of(example.Image, example.Ink)) is var probabilities ? Array.IndexOf(probabilities, probabilities.Max()) : -1;

    private void AssertReadsAsTheNetwork(PersonalClassifier own) =>
        Assert.All(
            SyntheticExamples.Draw(100, seed: 2),
            example => Assert.Equal(_network.Of(example.Image, example.Ink).Digit, Answer(own, example)));

    private int CountRight(PersonalClassifier own, List<TrainingExample> examples) =>
        examples.Count(example => Answer(own, example) == example.Digit);
}
