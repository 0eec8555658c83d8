using GameNight.Jury;
using static GameNight.Tests.Observations.Store.ObservationBuilder;

namespace GameNight.Tests.Jury;

public sealed class JuryVerdictTests
{
    [Theory]
    [InlineData("", 0, false, null)]
    [InlineData("7", 1, false, null)]
    [InlineData("77", 2, true, 7)]
    [InlineData("71", 2, false, null)]
    [InlineData("717", 3, true, 7)]
    [InlineData("7711111", 7, true, 7)]
    [InlineData("--", 2, true, null)]
    [InlineData("-7-7", 4, true, null)]
    public void Of_Votes_TheFirstDigitThatTwoReadStands(string votes, int count, bool isFinal, int? digit)
    {
        var drawing = Of() with
        {
            Votes = [.. votes.Select((vote, i) => Vote($"juror {i}", vote == '-' ? null : vote - '0'))],
        };
        Assert.Equal(new JuryVerdict(count, isFinal, digit), JuryVerdict.Of(drawing));
    }

    [Fact]
    public void Of_TheDrawersOwnVote_DoesNotCount()
    {
        var drawing = Of();
        drawing = drawing with { Votes = [Vote(drawing.Player, 7), Vote("Ada", 7)] };
        Assert.Equal(new JuryVerdict(1, IsFinal: false, Digit: null), JuryVerdict.Of(drawing));
    }
}
