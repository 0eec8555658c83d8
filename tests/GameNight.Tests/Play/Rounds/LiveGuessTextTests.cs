using GameNight.Play.Rounds;
using GameNight.Tests.Observations.Store;

namespace GameNight.Tests.Play.Rounds;

public sealed class LiveGuessTextTests
{
    [Theory]
    [InlineData(3, 0.2f, null, "I see a 3…")]
    [InlineData(8, 0f, 8, "I see an 8…")]
    [InlineData(8, 0f, 3, "a 3?… no, an 8!")]
    [InlineData(0, 0.5f, null, "I see a 0…")]
    public void Say_AGuess_NamesItsDigitAndItsDoubt(int digit, float doubt, int? before, string words) =>
        Assert.Equal(words, LiveGuessText.Say(ObservationBuilder.Guess("cnn", digit, doubt), before));
}
