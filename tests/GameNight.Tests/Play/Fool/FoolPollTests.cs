using GameNight.Jury;
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
    public async Task Ask_UntilTheJuryAgrees_Waits()
    {
        var session = await AskAsync(_drawing with { Votes = [Vote("Ada", 4)] });
        Assert.Equal((0, 1), (session.Points, session.AtTheJury.Count));
    }

    [Fact]
    public async Task Ask_TheJuryAgrees_ScoresOnce()
    {
        var poll = new FoolPoll(new MemoryObservationStore(_drawing with { Votes = [Vote("Ada", 4), Vote("Ben", 4)] }));
        var session = FoolPoll.Add(new PlaySession(), _drawing.Id);
        var verdicts = await poll.AskAsync(session.AtTheJury, default);
        session = FoolPoll.Apply(session, verdicts);
        Assert.Equal((200, 0), (session.Points, session.AtTheJury.Count));
        // As where two have asked at the same time.
        Assert.Equal(200, FoolPoll.Apply(session, verdicts).Points);
    }

    [Fact]
    public async Task Ask_ADrawingThatIsGone_IsWorthNothing()
    {
        var session = FoolPoll.Add(new PlaySession(), Guid.NewGuid());
        session = FoolPoll.Apply(session, await new FoolPoll(new MemoryObservationStore()).AskAsync(session.AtTheJury, default));
        Assert.Equal((0, 0), (session.Points, session.AtTheJury.Count));
    }

    [Fact]
    public async Task Ask_SetAsideOrLabelledByAnother_WaitsNoLonger()
    {
        Assert.Empty((await AskAsync(_drawing with { Excluded = true })).AtTheJury);
        Assert.Empty((await AskAsync(_drawing with { Label = Label(4, "host") })).AtTheJury);
        Assert.Single((await AskAsync(_drawing with { Label = Label(4, JuryVerdict.Author) })).AtTheJury);
    }

    [Fact]
    public async Task Apply_WhatHasComeMeanwhile_Stays()
    {
        var session = FoolPoll.Add(new PlaySession(), Guid.NewGuid());
        var verdicts = await new FoolPoll(new MemoryObservationStore()).AskAsync(session.AtTheJury, default);
        var later = Guid.NewGuid();
        Assert.Equal([later], FoolPoll.Apply(FoolPoll.Add(session, later), verdicts).AtTheJury);
    }

    [Fact]
    public async Task Ask_AListThatNoPageHasMade_LooksAtTheLatest()
    {
        Guid[] ids = [.. Enumerable.Range(0, 50).Select(_ => Guid.NewGuid())];
        var store = new MemoryObservationStore(_drawing with { Id = ids[0], Votes = [Vote("Ada", 4), Vote("Ben", 4)] });
        var session = new PlaySession { AtTheJury = ids };
        session = FoolPoll.Apply(session, await new FoolPoll(store).AskAsync(ids, default));
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

    private static async Task<PlaySession> AskAsync(Observation drawing)
    {
        var session = FoolPoll.Add(new PlaySession(), drawing.Id);
        return FoolPoll.Apply(session, await new FoolPoll(new MemoryObservationStore(drawing)).AskAsync(session.AtTheJury, default));
    }
}
