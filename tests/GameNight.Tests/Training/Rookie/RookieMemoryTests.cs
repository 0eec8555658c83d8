using GameNight.Recognition.Guessing;
using GameNight.Tests.Training.Examples;
using GameNight.Training.Examples;
using GameNight.Training.Network;
using GameNight.Training.Rookie;

namespace GameNight.Tests.Training.Rookie;

public sealed class RookieMemoryTests : IDisposable
{
    private readonly ModelPackageView _rookie = new();
    private readonly RookieMemory _memory;

    public RookieMemoryTests() => _memory = new RookieMemory(_rookie.Embeddings);

    [Fact]
    public async Task Create_Always_IsTheVersionThatShips()
    {
        using var shipped = new ShippedModelsFixture();
        Assert.Equal((await shipped.ReadAsync(RookieNetwork.Algorithm)).Model, RookieNetwork.Create().Model);
    }

    [Fact]
    public void ToLayer_NothingLearned_FindsAllDigitsEquallyLikely() =>
        Assert.All(Predict(SyntheticExamples.Draw(1, 1)[0]), probability => Assert.Equal(0.1f, probability, 1e-6f));

    [Fact]
    public void Learn_ThreeOfEachDigit_ReadsMostOfAnotherSetOfDrawings()
    {
        Learn(SyntheticExamples.Draw(30, 1));
        var strangers = SyntheticExamples.Draw(100, 2);
        Assert.InRange(strangers.Count(stranger => Read(stranger) == stranger.Digit), 70, 100);
    }

    [Fact]
    public void Learn_OneDigitOnly_ReadsNothingElseAndSaysWhatItHasNeverSeen()
    {
        Learn(SyntheticExamples.Draw(30, 1).Where(example => example.Digit == 4));
        Assert.Equal([0, 1, 2, 3, 5, 6, 7, 8, 9], _memory.Unknown);
        Assert.All(SyntheticExamples.Draw(20, 2), stranger => Assert.Equal(4, Read(stranger)));
    }

    [Fact]
    public void Learn_TenThousandCopiesOfADrawing_ChangesNoMoreThanOne()
    {
        var lessons = SyntheticExamples.Draw(30, 1);
        Learn(lessons);
        var one = SyntheticExamples.Draw(1, 3)[0] with { Digit = 5 };
        _memory.Learn(one);
        var before = Predict(lessons[7]);
        for (var i = 0; i < 10_000; i++)
            Assert.True(_memory.Learn(one with { Id = Guid.NewGuid() }));
        // Only how many it has learned makes it surer.
        Assert.Equal(Order(before), Order(Predict(lessons[7])));
    }

    [Fact]
    public void Forget_WhatWasLearned_LeavesNothingOfIt()
    {
        var lessons = SyntheticExamples.Draw(20, 1);
        Learn(lessons);
        Assert.All(lessons, lesson => Assert.True(_memory.Forget(lesson)));
        Assert.False(_memory.Forget(lessons[0]));
        Assert.All(Predict(lessons[3]), probability => Assert.Equal(0.1f, probability, 1e-3f));
    }

    [Fact]
    public void Learn_CorrectedLabel_ReplacesTheWrongOne()
    {
        var lessons = SyntheticExamples.Draw(30, 1);
        Learn(lessons.Select(lesson => lesson.Digit == 7 ? lesson with { Digit = 2 } : lesson));
        Assert.Contains(7, _memory.Unknown);
        Learn(lessons);
        var corrected = Predict(lessons[3]);
        var taughtRight = new RookieMemory(_rookie.Embeddings);
        foreach (var lesson in lessons)
            taughtRight.Learn(lesson);
        Assert.Empty(_memory.Unknown);
        Assert.Equal(30, _memory.Count);
        var expected = taughtRight.ToLayer().Predict(_rookie.Embeddings.Of(lessons[3].Image));
        Assert.All(expected.Zip(corrected), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
    }

    public void Dispose() => _rookie.Dispose();

    private void Learn(IEnumerable<TrainingExample> lessons)
    {
        foreach (var lesson in lessons)
            _memory.Learn(lesson);
    }

    private float[] Predict(TrainingExample example) => _memory.ToLayer().Predict(_rookie.Embeddings.Of(example.Image));

    private int Read(TrainingExample example) => new Guess("", "", Predict(example)).Digit;

    private static int[] Order(float[] probabilities) => [.. Enumerable.Range(0, 10).OrderBy(digit => probabilities[digit])];

    /// <summary>The rookie that ships, loaded.</summary>
    private sealed class ModelPackageView : IDisposable
    {
        public ModelPackageView()
        {
            var package = RookieNetwork.Create();
            Embeddings = new Embeddings(package.Manifest, package.Model);
        }

        public Embeddings Embeddings { get; }

        public void Dispose() => Embeddings.Dispose();
    }
}
