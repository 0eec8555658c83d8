using GameNight.Drawing;
using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Tests.Observations.Store;

namespace GameNight.Tests.Play.Rounds;

public sealed class PlayServiceTests
{
    [Fact]
    public async Task Guess_WithoutAChoice_HangsOnNoSingleContestant()
    {
        using var contestants = ContestantsFixture.With(("mnist-cnn", null), ("mnist-mlp", 8));
        Assert.Equal("mnist-mlp", (await GuessAsync(contestants)).Chosen);
    }

    [Fact]
    public async Task Guess_NobodyAnswers_SaysSo()
    {
        using var contestants = ContestantsFixture.With(("mnist-cnn", null));
        await Assert.ThrowsAsync<ContestantUnavailableException>(() => GuessAsync(contestants));
    }

    private static Task<Observation> GuessAsync(ContestantsFixture contestants) =>
        contestants.CreatePlayService(new MemoryObservationStore()).GuessAsync(
            DrawnDigit.FromInk(ObservationBuilder.Of().Ink!, InputKind.Touch), choice: null, "ann", PlayOrigin.Page, asked: null, default);
}
