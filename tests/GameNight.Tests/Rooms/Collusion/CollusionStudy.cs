using GameNight.Rooms.Game;

namespace GameNight.Tests.Rooms.Collusion;

/// <summary>A mean of many games with its 95 % interval.</summary>
internal readonly record struct MeanOfGames(double Mean, double Low, double High)
{
    public static MeanOfGames Of(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        var error = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1) / values.Count);
        return new MeanOfGames(mean, mean - 1.96 * error, mean + 1.96 * error);
    }
}

/// <summary>What seats get for holding together: the same games, with the same people, played honestly and not.</summary>
/// <param name="Honest">Points of one of these seats in a game that is played honestly.</param>
/// <param name="Allied">The same where they hold together.</param>
/// <param name="Gain">How many more these are, game by game.</param>
/// <param name="Agreeing">Of these, the points for saying what most others say: whoever is told the digit never misreads it.</param>
/// <param name="KnownDrawings">Of these, the points for drawings whose digit is known.</param>
/// <param name="Others">How many more each of the others gets.</param>
internal sealed record CollusionStudy(
    MeanOfGames Honest, MeanOfGames Allied, MeanOfGames Gain, MeanOfGames Agreeing, MeanOfGames KnownDrawings,
    MeanOfGames Others)
{
    public static CollusionStudy Of(int people, int allies, Scheme scheme, int games)
    {
        var pairs = Enumerable.Range(1, games).AsParallel().AsOrdered().Select(seed => (
            Honest: new CollusionGame(people, allies, Scheme.None, seed).Play(),
            Allied: new CollusionGame(people, allies, scheme, seed).Play())).ToList();
        double Each(IReadOnlyList<PointEntry> ledger, bool ofAllies, PointReason? reason = null) =>
            ledger.Where(entry => entry.Seat is { } seat && seat <= allies == ofAllies && entry.Reason == (reason ?? entry.Reason))
                .Sum(entry => entry.Points) / (double)(ofAllies ? allies : people - allies);
        return new CollusionStudy(
            MeanOfGames.Of([.. pairs.Select(pair => Each(pair.Honest, ofAllies: true))]),
            MeanOfGames.Of([.. pairs.Select(pair => Each(pair.Allied, ofAllies: true))]),
            MeanOfGames.Of([.. pairs.Select(pair => Each(pair.Allied, ofAllies: true) - Each(pair.Honest, ofAllies: true))]),
            MeanOfGames.Of([.. pairs.Select(pair =>
                Each(pair.Allied, ofAllies: true, PointReason.Agreed) - Each(pair.Honest, ofAllies: true, PointReason.Agreed))]),
            MeanOfGames.Of([.. pairs.Select(pair => Each(pair.Allied, ofAllies: true, PointReason.Known))]),
            MeanOfGames.Of([.. pairs.Select(pair => Each(pair.Allied, ofAllies: false) - Each(pair.Honest, ofAllies: false))]));
    }
}
