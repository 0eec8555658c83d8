using GameNight.Play.Rounds;

namespace GameNight.Tests.Play.Personal;

/// <summary>What is forgotten stays forgotten.</summary>
public sealed partial class PersonalizationServiceTests
{
    [Fact]
    public async Task Forget_LearnedLayer_IsForgottenAlsoAfterARestart()
    {
        using var personal = Open();
        var plays = new PlayService(_contestants, _store, personal, TimeProvider.System);
        await LearnAsync(personal, plays, "ann");
        await personal.ForgetAsync("ann", default);
        Assert.Equal(0, personal.ProgressOf("ann").Marks);
        Assert.Equal(await CountRightAsync(plays, "personal", "bob"), await CountRightAsync(plays, "personal", "ann"));
        using var again = Open();
        await again.PrepareAsync("ann");
        Assert.Equal(0, again.ProgressOf("ann").Marks);
    }

    [Fact]
    public async Task Forget_OnAnotherMachine_IsNotUndoneByTheNextLabel()
    {
        using var here = Open();
        using var there = Open();
        var plays = new PlayService(_contestants, _store, here, TimeProvider.System);
        await LearnAsync(here, plays, "ann");
        await there.ForgetAsync("ann", default);
        var play = await GuessAsync(plays, "ann", 7, 1);
        await plays.RecordAsync(play, default);
        await plays.LabelAsync(play.Id, 7, "ann", default);
        await here.SettleAsync();
        Assert.Equal(1, here.ProgressOf("ann").Marks);
        using var again = Open();
        await again.PrepareAsync("ann");
        Assert.Equal(1, again.ProgressOf("ann").Marks);
    }
}
