using GameNight.Rookie;

namespace GameNight.Tests.Rookie;

public sealed class RookieTextTests
{
    [Theory]
    [InlineData(0, "0123456789", "I know nothing yet. Every answer here teaches me.")]
    [InlineData(1, "012345689", "I knew nothing. One answer has taught me a 7. The other digits are new to me.")]
    [InlineData(9, "012456", "I knew nothing. 9 answers have taught me a 3, a 7, an 8 and a 9. The other digits are new to me.")]
    [InlineData(12, "08", "I knew nothing. 12 answers have taught me most digits. I’ve never seen a 0 or an 8.")]
    [InlineData(30, "8", "I knew nothing. 30 answers have taught me most digits. I’ve never seen an 8.")]
    [InlineData(1200, "", "I knew nothing. 1,200 answers have taught me all ten digits.")]
    public void Describe_WhatItHasLearned_SaysWhatItDoesNotKnow(int drawings, string unknown, string words) =>
        Assert.Equal(words, RookieText.Describe(drawings, [.. unknown.Select(digit => digit - '0')]));
}
