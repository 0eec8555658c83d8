using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Projection;

/// <summary>What of an observation counts in the charts.</summary>
/// <param name="Id">The observation's.</param>
/// <param name="Time">When it was drawn, in ticks of UTC.</param>
/// <param name="Player">Who drew it.</param>
/// <param name="Input">What it was drawn with, if that is known.</param>
/// <param name="ChosenBy">Who chose the algorithm.</param>
/// <param name="Chosen">The place of the chosen algorithm's guess in <paramref name="Guesses"/>.</param>
/// <param name="Duration">From the pen's first touch to its last, in milliseconds; null where the ink has no times.</param>
/// <param name="Mark">Its state that can change.</param>
/// <param name="Guesses">Those of the contestants in service, then those on trial.</param>
public sealed record PlayFacts(
    Guid Id, long Time, string Player, InputKind? Input, ChosenBy ChosenBy, int Chosen, int? Duration, LabelCode Mark, IReadOnlyList<GuessFacts> Guesses)
{
    /// <summary>More contestants than this no table seats; those on trial would be left out first.</summary>
    public const int MaxGuesses = byte.MaxValue - 1;

    /// <summary>The place of a chosen algorithm that did not guess.</summary>
    public const int NoneChosen = byte.MaxValue;

    public static PlayFacts Of(Observation observation)
    {
        GuessFacts[] guesses =
        [
            .. observation.Guesses.Select(guess => new GuessFacts(new ScoredVersion(guess.Algorithm, guess.Version, IsShadow: false), guess.Digit, Math.Clamp(guess.Confidence, 0, 1))),
            .. observation.Shadows.Select(guess => new GuessFacts(new ScoredVersion(guess.Algorithm, guess.Version, IsShadow: true), guess.Digit, Math.Clamp(guess.Confidence, 0, 1))),
        ];
        return new PlayFacts(
            observation.Id, observation.Time.UtcTicks, observation.Player, observation.Input, observation.ChosenBy,
            ChosenIn(observation),
            observation.Ink is { } ink ? DurationOf(ink) : null, LabelCode.Of(observation), [.. guesses.Take(MaxGuesses)]);
    }

    private static int ChosenIn(Observation observation)
    {
        var place = observation.Guesses.TakeWhile(guess => guess.Algorithm != observation.Chosen).Count();
        return place < observation.Guesses.Count && place < NoneChosen ? place : NoneChosen;
    }

    private static int? DurationOf(Ink ink) =>
        ink.Strokes is [[{ T: { } first }, ..], ..] && ink.Strokes[^1][^1].T is { } last && last >= first ? (int)Math.Min(int.MaxValue, last - first) : null;
}
