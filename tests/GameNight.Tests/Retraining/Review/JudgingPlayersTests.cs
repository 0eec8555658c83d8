using GameNight.Drawing.Images;
using GameNight.Observations.Store;
using GameNight.Retraining.Review;
using GameNight.Training.Examples;

namespace GameNight.Tests.Retraining.Review;

public sealed class JudgingPlayersTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(5, 6, PlayOrigin.Page, true)]
    [InlineData(4, 6, PlayOrigin.Page, false)]
    [InlineData(5, 4, PlayOrigin.Page, false)]
    [InlineData(50, 60, PlayOrigin.Api, false)]
    [InlineData(5, 0, PlayOrigin.Host, true)]
    public void Of_APlayer_DecidesOnceHereForAWhileAndNotOverTheApi(int drawings, int minutes, PlayOrigin origin, bool decides) =>
        Assert.Equal(decides, JudgingPlayers.Of(Drawings("ann", drawings, minutes, origin), Now).Contains("ann"));

    [Fact]
    public void Of_OldDrawingsOverTheApi_DoNotHelpNewOnesOnThePage() => Assert.Empty(JudgingPlayers.Of(
        [.. Drawings("ann", 20, 60, PlayOrigin.Api), .. Drawings("ann", 10, 1, PlayOrigin.Page)], Now));

    [Theory]
    [InlineData(PlayMode.Fool, false)]
    [InlineData(PlayMode.Sprint, false)]
    [InlineData(PlayMode.Free, true)]
    public void Counts_ADrawingOfAGame_DoesUnlessTheGameSelectedItByWhetherItIsRead(PlayMode mode, bool counts)
    {
        var drawing = Drawings("ann", 1, 6, PlayOrigin.Page).Single();
        Assert.Equal(counts, JudgingPlayers.Counts(drawing with { Play = drawing.Play with { Mode = mode } }));
    }

    private static IEnumerable<LabelledDrawing> Drawings(string player, int count, int minutes, PlayOrigin origin) =>
        Enumerable.Range(0, count).Select(_ => new LabelledDrawing(
            new TrainingExample(Guid.NewGuid(), player, null, new DigitImage(new byte[784]), 3), IsTrusted: false,
            new PlayCircumstances(Now.AddMinutes(-minutes), origin, Mode: null, [])));
}
