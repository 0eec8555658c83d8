namespace GameNight.Tests.Rooms.Collusion;

/// <summary>Who holds together gets no more for it. The benchmark <c>collusion</c> plays more games, in rooms of other sizes.</summary>
public class CollusionTests
{
    private const int People = 12;
    private const int Allies = 4;
    private const int Games = 40;

    [Theory]
    [InlineData(Scheme.Scribble)]
    [InlineData(Scheme.ScribbleAndSpoil)]
    [InlineData(Scheme.Blind)]
    public void Allies_WhoDoNotPlay_WouldHaveGotMoreByPlaying(Scheme scheme)
    {
        var study = CollusionStudy.Of(People, Allies, scheme, Games);
        Assert.True(study.Gain.High < 0, $"{study}");
    }

    /// <summary>That nobody misreads a friend is worth less than what they are passed over for. It takes many games to see it.</summary>
    [Fact]
    public void Allies_WhoDrawAsWellAsTheyCan_WouldHaveGotMoreByPlayingHonestly()
    {
        var study = CollusionStudy.Of(People, Allies, Scheme.Favour, 10 * Games);
        Assert.True(study.Gain.High < 0, $"{study}");
    }

    [Theory]
    [InlineData(Scheme.ScribbleAndSpoil)]
    [InlineData(Scheme.Blind)]
    public void KnownDrawings_AlliesWhoDoNotLook_CostThem(Scheme scheme)
    {
        Assert.True(CollusionStudy.Of(People, Allies, scheme, Games).KnownDrawings.High < 0);
        Assert.True(CollusionStudy.Of(People, Allies, Scheme.Favour, Games).KnownDrawings.Low > 0);
    }
}
