using GameNight.Drawing.Strokes;
using GameNight.Identity.Access;
using GameNight.Observations.Store;

namespace GameNight.Tests.Observations.Store;

public abstract partial class ObservationStoreContract
{
    [Fact]
    public async Task Find_Appended_HasEveryField()
    {
        var play = await AppendedAsync();
        ObservationBuilder.AssertEqual(play, await Store.FindAsync(play.Id, default));
    }

    [Fact]
    public async Task Find_AppendedWithLabel_HasTheLabel()
    {
        var play = await AppendedAsync(ObservationBuilder.Of() with { Label = ObservationBuilder.Label(4, Players.Host) });
        ObservationBuilder.AssertEqual(play, await Store.FindAsync(play.Id, default));
    }

    [Fact]
    public async Task Find_AppendedExcluded_IsExcluded()
    {
        var play = await AppendedAsync(ObservationBuilder.Of() with { Label = ObservationBuilder.Label(4), Excluded = true });
        ObservationBuilder.AssertEqual(play, await Store.FindAsync(play.Id, default));
        await SettledAsync();
        ObservationBuilder.AssertEqual(play, await Store.FindAsync(play.Id, default));
    }

    [Fact]
    public async Task Find_AppendedWithDefaults_HasThem()
    {
        var play = await AppendedAsync(ObservationBuilder.Of() with { Input = null, ChosenBy = ChosenBy.Player, Shadows = [] });
        await SettledAsync();
        ObservationBuilder.AssertEqual(play, await Store.FindAsync(play.Id, default));
    }

    [Fact]
    public async Task Find_Unknown_IsNull() =>
        Assert.Null(await Store.FindAsync(Guid.NewGuid(), default));

    [Fact]
    public async Task Find_WithoutInk_TellsNullFromBlank()
    {
        var pixels = await AppendedAsync(ObservationBuilder.Of() with { Ink = null });
        var blank = await AppendedAsync(ObservationBuilder.Of() with { Ink = Ink.Blank });
        ObservationBuilder.AssertEqual(pixels, await Store.FindAsync(pixels.Id, default));
        ObservationBuilder.AssertEqual(blank, await Store.FindAsync(blank.Id, default));
    }

    [Theory]
    [InlineData(1, Ink.MaxPoints)]
    [InlineData(Ink.MaxStrokes, Ink.MaxPoints / Ink.MaxStrokes)]
    public async Task Find_InkAtTheLimits_HasEveryPoint(int strokes, int points)
    {
        var random = new Random(1);
        var ink = Ink.FromStrokes([.. Enumerable.Range(0, strokes).Select(_ =>
            Enumerable.Range(0, points)
                .Select(i => new[] { random.NextDouble() * 1000, random.NextDouble() * 1000, i * 16.0 })
                .ToArray())]);
        var play = await AppendedAsync(ObservationBuilder.Of() with { Ink = ink });
        ObservationBuilder.AssertEqual(play, await Store.FindAsync(play.Id, default));
    }

    [Fact]
    public async Task Append_TheSameAgain_IsAlreadyStored()
    {
        var play = await AppendedAsync();
        var again = play with
        {
            Time = play.Time.ToUniversalTime(),
            Ink = Ink.FromStrokes(play.Ink!.ToStrokes()),
            Guesses = [.. play.Guesses],
        };
        Assert.Equal(AppendOutcome.AlreadyStored, await Store.AppendAsync(again, default));
        Assert.Single(await ReadAllAsync(Store));
    }

    [Fact]
    public async Task Append_TheSameAgainAfterALabel_IsAlreadyStoredAndKeepsTheLabel()
    {
        var play = await AppendedAsync();
        await Store.LabelAsync(play.Id, ObservationBuilder.Label(7), default);
        Assert.Equal(AppendOutcome.AlreadyStored, await Store.AppendAsync(play, default));
        ObservationBuilder.AssertEqual(play with { Label = ObservationBuilder.Label(7) }, await Store.FindAsync(play.Id, default));
    }

    public static TheoryData<string> Fields =>
        ["time", "player", "ink", "no ink", "image", "normaliser", "chosen", "guesses", "input", "chosenBy", "shadows"];

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Append_OtherContentWithTheSameId_IsAConflictAndChangesNothing(string field)
    {
        var play = await AppendedAsync();
        var other = field switch
        {
            "time" => play with { Time = play.Time.AddTicks(1) },
            "player" => play with { Player = "bob" },
            "ink" => play with { Ink = Ink.FromStrokes([[[1, 2]]]) },
            "no ink" => play with { Ink = null },
            "image" => play with { Image = ObservationBuilder.Image(99) },
            "normaliser" => play with { NormaliserVersion = 3 },
            "chosen" => play with { Chosen = "k-means" },
            "guesses" => play with { Guesses = [play.Guesses[0]] },
            "input" => play with { Input = InputKind.Pen },
            "chosenBy" => play with { ChosenBy = ChosenBy.Player },
            _ => play with { Shadows = [play.Shadows[0]] },
        };
        Assert.Equal(AppendOutcome.Conflict, await Store.AppendAsync(other, default));
        ObservationBuilder.AssertEqual(play, await Store.FindAsync(play.Id, default));
        Assert.Single(await ReadAllAsync(Store));
    }

    [Fact]
    public async Task Append_Cancelled_StoresNothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Store.AppendAsync(ObservationBuilder.Of(), new CancellationToken(canceled: true)));
        Assert.Empty(await ReadAllAsync(Store));
    }
}
