using GameNight.Play.Personal;
using GameNight.Training.Personal;

namespace GameNight.Tests.Play.Personal;

public sealed class PersonalModelCacheTests
{
    private readonly FakeClock _clock = new();

    [Fact]
    public void Get_ManyPlayersWhoTeachNothing_PushNobodyOut()
    {
        var cache = new PersonalModelCache(_clock, mostPlayers: 10);
        var ann = See(cache, "ann", examples: 1);
        for (var i = 0; i < 50; i++)
            See(cache, $"nobody {i}", examples: 0);
        Assert.Same(ann, cache.Find("ann"));
        Assert.Null(cache.Find("nobody 0"));
    }

    [Fact]
    public void Get_AsManyPlayersAsFit_KeepsThemAll()
    {
        var cache = new PersonalModelCache(_clock, mostExamples: 200, mostPlayers: 500);
        for (var i = 0; i < 200; i++)
            See(cache, $"guest {i}", examples: 1);
        Assert.All(Enumerable.Range(0, 200), i => Assert.Equal(1, cache.Find($"guest {i}")?.Count));
    }

    [Fact]
    public void Get_MoreExamplesThanFit_DropsWhoWasSeenLongestAgo()
    {
        var cache = new PersonalModelCache(_clock, mostExamples: 10);
        foreach (var player in (string[])["ann", "ben", "cat"])
            See(cache, player, examples: 5);
        See(cache, "ben", examples: 0);
        Assert.Null(cache.Find("ann"));
        Assert.NotNull(cache.Find("ben"));
        Assert.NotNull(cache.Find("cat"));
    }

    [Fact]
    public void Get_MoreExamplesThanFit_LeavesModelsWithoutAny()
    {
        var cache = new PersonalModelCache(_clock, mostExamples: 5);
        See(cache, "ann", examples: 5);
        See(cache, "newcomer", examples: 0);
        See(cache, "ben", examples: 5);
        See(cache, "cat", examples: 0);
        Assert.NotNull(cache.Find("newcomer"));
        Assert.Null(cache.Find("ann"));
    }

    [Fact]
    public async Task Get_PlayerWhoIsLearning_IsNotDropped()
    {
        var cache = new PersonalModelCache(_clock, mostExamples: 1);
        var ann = See(cache, "ann", examples: 5);
        await ann.Turn.WaitAsync();
        See(cache, "ben", examples: 0);
        Assert.Same(ann, cache.Find("ann"));
    }

    private PersonalModel See(PersonalModelCache cache, string player, int examples)
    {
        _clock.Pass(TimeSpan.FromSeconds(1));
        var model = cache.Get(player);
        for (var i = 0; i < examples; i++)
            model.Restore((Guid.NewGuid(), new PersonalExample(new EncodedDrawing([], [], [], []), [], Digit: 3)));
        return model;
    }
}
