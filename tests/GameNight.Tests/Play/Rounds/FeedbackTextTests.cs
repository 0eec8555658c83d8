using GameNight.Play.Personal;
using GameNight.Play.Rounds;
using GameNight.Recognition.Guessing;
using GameNight.Training.Personal;

namespace GameNight.Tests.Play.Rounds;

public sealed class FeedbackTextTests
{
    private static readonly string[] Others = ["app-network", "mnist-cnn", "mnist-mlp", "k-means", "app-xgboost", "committee"];

    [Theory]
    [InlineData("444444", "You taught me that! The other six still say 4.")]
    [InlineData("444447", "You taught me that! Five of the other six still say 4.")]
    [InlineData("444441", "You taught me that! The other six still get it wrong.")]
    [InlineData("444177", "You taught me that! Four of the other six still get it wrong.")]
    [InlineData("44", "You taught me that! The other two still say 4.")]
    [InlineData("4", "You taught me that! The other one still says 4.")]
    [InlineData("444777", null)]
    [InlineData("744444", null)]
    [InlineData("777777", null)]
    public void ForTaught_OwnIsRight_CountsWhoIsWrong(string others, string? expected) =>
        Assert.Equal(expected, FeedbackText.ForTaught(7, Guess("personal", 7), Guesses(others)));

    [Fact]
    public void ForTaught_OwnIsWrong_IsNothing() => Assert.Null(FeedbackText.ForTaught(7, Guess("personal", 4), Guesses("444444")));

    [Fact]
    public void ForTaught_AnotherContestantWasChosen_IsNothing() =>
        Assert.Null(FeedbackText.ForTaught(7, Guess("mnist-cnn", 7), Guesses("474444")));

    [Fact]
    public void ForLearning_Own_SaysHowManyItKnows()
    {
        Assert.Equal("I know 1 drawing of yours now.", FeedbackText.ForLearning("personal", new PersonalProgress(1), 5));
        Assert.Equal("I know 12 drawings of yours now.", FeedbackText.ForLearning("personal", new PersonalProgress(12), null));
        Assert.Equal("5 more answers until the machines retrain.", FeedbackText.ForLearning("personal", new PersonalProgress(0), 5));
    }

    [Theory]
    [InlineData(MissingKind.Repetition, 7, 1, 7, "That looked like another digit to me: one more 7 like it, and I believe it.")]
    [InlineData(MissingKind.Comparison, 1, 2, 7, "Two more 1s would help me to tell them from your 7s.")]
    [InlineData(MissingKind.Comparison, 1, 1, 7, "One more 1 would help me to tell your 1s from your 7s.")]
    [InlineData(MissingKind.AnotherDigit, 7, 1, 7, "They are all 7s: show me another digit, too.")]
    public void ForLearning_OwnIsMissingSomething_SaysWhat(MissingKind kind, int digit, int count, int other, string expected)
    {
        var progress = new PersonalProgress(4, new MissingExamples(kind, digit, count, other));
        Assert.Equal($"I know 4 drawings of yours now. {expected}", FeedbackText.ForLearning("personal", progress, 5));
    }

    private static Guess Guess(string algorithm, int digit) =>
        new(algorithm, "1", [.. Enumerable.Range(0, 10).Select(i => i == digit ? 1f : 0)]);

    private static List<Guess> Guesses(string others) =>
        [Guess("personal", 7), .. others.Select((digit, i) => Guess(Others[i], digit - '0'))];
}
