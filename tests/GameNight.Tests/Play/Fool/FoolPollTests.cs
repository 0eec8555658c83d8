using GameNight.Observations.Store;
using GameNight.Play.Fool;
using GameNight.Play.Rounds;
using GameNight.Tests.Observations.Store;
using static GameNight.Tests.Observations.Store.ObservationBuilder;

namespace GameNight.Tests.Play.Fool;

public sealed class FoolPollTests
{
    private readonly Observation _drawing = Of() with
    {
        Task = new DrawingTask(PlayMode.Fool, 4),
        Guesses = [Guess("mnist-cnn", 9), Guess("k-means", 4)],
    };

    [Fact]
    public async Task Update_UntilTheJuryAgrees_Waits()
    {
        var session = await UpdateAsync(_drawing with { Votes = [Vote("Ada", 4)] });
        Assert.Equal((0, 1), (session.Points, session.AtTheJury.Count));
    }

    [Fact]
    public async Task Update_TheJuryAgrees_ScoresOnce()
    {
        var store = new MemoryObservationStore(_drawing with { Votes = [Vote("Ada", 4), Vote("Ben", 4)] });
        var poll = new FoolPoll(store);
        var session = await poll.UpdateAsync(FoolPoll.Add(new PlaySession(), _drawing.Id), default);
        Assert.Equal((200, 0), (session.Points, session.AtTheJury.Count));
        Assert.Equal(200, (await poll.UpdateAsync(session, default)).Points);
    }

    [Fact]
    public async Task Update_ADrawingThatIsGone_IsWorthNothing()
    {
        var poll = new FoolPoll(new MemoryObservationStore());
        var session = await poll.UpdateAsync(FoolPoll.Add(new PlaySession(), Guid.NewGuid()), default);
        Assert.Equal((0, 0), (session.Points, session.AtTheJury.Count));
    }

    [Fact]
    public void Add_ManyDrawings_KeepsTheLatest()
    {
        var session = new PlaySession();
        Guid[] ids = [.. Enumerable.Range(0, 50).Select(_ => Guid.NewGuid())];
        foreach (var id in ids)
            session = FoolPoll.Add(session, id);
        Assert.Equal(ids[^20..], session.AtTheJury);
    }

    private static Task<PlaySession> UpdateAsync(Observation drawing) =>
        new FoolPoll(new MemoryObservationStore(drawing)).UpdateAsync(FoolPoll.Add(new PlaySession(), drawing.Id), default);
}
