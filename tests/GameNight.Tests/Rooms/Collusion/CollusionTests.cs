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

    /// <summary>What's left to allies is that they never misread each other. Looking twice does the same, for all drawings.</summary>
    [Fact]
    public void Allies_WhoDrawAsWellAsTheyCan_GainLessThanByLookingTwice()
    {
        var favour = CollusionStudy.Of(People, Allies, Scheme.Favour, Games);
        var lookTwice = CollusionStudy.Of(People, Allies, Scheme.LookTwice, Games);
        Assert.True(favour.Gain.High < lookTwice.Gain.Low, $"{favour}, {lookTwice}");
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
