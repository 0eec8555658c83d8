using GameNight.Observations.Store;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Results;

namespace GameNight.Tests.Scoreboard.Projection;

public sealed class OwnTallyTests
{
    private static readonly ScoredVersion Own = new("personal", "1", false);
    private static readonly ScoredVersion Network = new("app-network", "2", false);

    [Fact]
    public void Count_DrawingsOfThePlayer_ComparesBoth()
    {
        var table = new FactTable();
        table.Append(Play("ann", new LabelCode(7), (Own, 7), (Network, 1)));
        table.Append(Play("ann", new LabelCode(7), (Own, 7), (Network, 7)));
        table.Append(Play("ann", new LabelCode(7), (Network, 7), (Own, 1)));
        table.Append(Play("ann", new LabelCode(7), (Own, 1), (Network, 1)));
        table.Append(Play("ann", new LabelCode(7), (Own, 7), (Network, 1)));
        Assert.Equal(new PairStatistics("personal", "app-network", 1, 2, 1, 1), OwnTally.Count(table, "ann", default));
    }

    [Fact]
    public void Count_WhatSaysNothingOfBoth_IsLeftOut()
    {
        var table = new FactTable();
        table.Append(Play("bob", new LabelCode(7), (Own, 7), (Network, 1)));
        table.Append(Play("ann", new LabelCode(10), (Own, 7), (Network, 1)));
        table.Append(Play("ann", new LabelCode(7), (Network, 1)));
        table.Append(Play("ann", new LabelCode(7), (Own, 7), (Network with { IsShadow = true }, 1)));
        table.Append(Play("ann", LabelCode.Of(Excluded()), (Own, 7), (Network, 1)));
        Assert.Equal(0, OwnTally.Count(table, "ann", default).N);
        Assert.Equal(0, OwnTally.Count(table, "nobody", default).N);
    }

    private static Observation Excluded() =>
        ScoredObservations.Play(7, DateTimeOffset.UnixEpoch, ("personal", 7)) with { Excluded = true };

    private static PlayFacts Play(string player, LabelCode label, params (ScoredVersion By, int Digit)[] guesses) => new(
        Guid.NewGuid(), Time: 0, player, Input: null, ChosenBy.Player, Chosen: 0, Duration: null, label,
        Drawing: (ulong)Random.Shared.NextInt64(),
        [.. guesses.Select(guess => new GuessFacts(guess.By, guess.Digit, 1))]);
}
