using GameNight.Identity.Access;
using GameNight.Observations.Store;

namespace GameNight.Tests.Observations.Store;

public abstract partial class ObservationStoreContract
{
    [Fact]
    public async Task Label_First_IsStoredWithAuthorAndTime()
    {
        var play = await AppendedAsync();
        Assert.Equal(LabelOutcome.Stored, await Store.LabelAsync(play.Id, ObservationBuilder.Label(3), default));
        ObservationBuilder.AssertEqual(play with { Label = ObservationBuilder.Label(3) }, await Store.FindAsync(play.Id, default));
    }

    [Fact]
    public async Task Label_AnotherDigit_ReplacesTheLabel()
    {
        var play = await AppendedAsync();
        await Store.LabelAsync(play.Id, ObservationBuilder.Label(3), default);
        Assert.Equal(LabelOutcome.Stored, await Store.LabelAsync(play.Id, ObservationBuilder.Label(0, Players.Host), default));
        ObservationBuilder.AssertEqual(
            play with { Label = ObservationBuilder.Label(0, Players.Host) }, await Store.FindAsync(play.Id, default));
    }

    [Fact]
    public async Task Label_TheSameDigitByAnother_IsUnchangedAndKeepsTheFirstAuthor()
    {
        var play = await AppendedAsync();
        await Store.LabelAsync(play.Id, ObservationBuilder.Label(3), default);
        Assert.Equal(LabelOutcome.Unchanged, await Store.LabelAsync(play.Id, ObservationBuilder.Label(3, Players.Host), default));
        ObservationBuilder.AssertEqual(play with { Label = ObservationBuilder.Label(3) }, await Store.FindAsync(play.Id, default));
    }

    [Fact]
    public async Task Label_UnknownId_IsNotFound() =>
        Assert.Equal(LabelOutcome.NotFound, await Store.LabelAsync(Guid.NewGuid(), ObservationBuilder.Label(3), default));

    [Theory]
    [InlineData(-1)]
    [InlineData(10)]
    public async Task Label_DigitOutOfRange_IsRefused(int digit)
    {
        var play = await AppendedAsync();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.LabelAsync(play.Id, ObservationBuilder.Label(digit), default));
        Assert.Null((await Store.FindAsync(play.Id, default))!.Label);
    }

    [Fact]
    public async Task Label_Set_ChangesNoOtherObservation()
    {
        var play = await AppendedAsync();
        var other = await AppendedAsync();
        await Store.LabelAsync(play.Id, ObservationBuilder.Label(3), default);
        ObservationBuilder.AssertEqual(other, await Store.FindAsync(other.Id, default));
    }

    [Fact]
    public async Task CountLabelled_Corrected_CountsEachObservationOnce()
    {
        var (one, two, _) = (await AppendedAsync(), await AppendedAsync(), await AppendedAsync());
        await AppendedAsync(ObservationBuilder.Of() with { Label = ObservationBuilder.Label(3) });
        await Store.LabelAsync(one.Id, ObservationBuilder.Label(1), default);
        await Store.LabelAsync(one.Id, ObservationBuilder.Label(2), default);
        await Store.LabelAsync(two.Id, ObservationBuilder.Label(2), default);
        await Store.LabelAsync(two.Id, ObservationBuilder.Label(2), default);
        Assert.Equal(3, await Store.CountLabelledAsync(default));
    }
}
