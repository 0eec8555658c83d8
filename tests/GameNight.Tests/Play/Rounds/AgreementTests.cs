using GameNight.Play.Rounds;
using GameNight.Recognition.Guessing;

namespace GameNight.Tests.Play.Rounds;

public sealed class AgreementTests
{
    [Theory]
    [InlineData("5 of 6 say 7", 7, 7, 1, 7, 7, 7)]
    [InlineData("3 of 3 say 0", 0, 0, 0)]
    [InlineData("2 of 4 say 4", 4, 9, 4, 1)]
    [InlineData("2 say 1, 2 say 7", 7, 1, 7, 1)]
    [InlineData("1 says 1, 1 says 7", 7, 1)]
    [InlineData("No two agree", 7, 1, 4)]
    [InlineData("1 of 1 says 7", 7)]
    [InlineData("Nobody has an answer")]
    public void Agreement_OfGuesses_IsSaidInWords(string words, params int[] digits) =>
        Assert.Equal(words, Agreement.On([.. digits.Select(Says)]).ToString());

    private static Guess Says(int digit) => new("", "1", [.. Enumerable.Range(0, 10).Select(i => i == digit ? 1f : 0f)]);
}
