using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Projection;

/// <summary>What of an observation counts in the charts.</summary>
/// <param name="Id">The observation's id.</param>
/// <param name="Time">When it was drawn, in ticks of UTC.</param>
/// <param name="Player">The id of the player who drew it.</param>
/// <param name="Input">What it was drawn with, <c>Program</c> for what came over the API; null where that is not known.</param>
/// <param name="ChosenBy">How the algorithm was chosen.</param>
/// <param name="Chosen">The index of the chosen algorithm's guess in <paramref name="Guesses"/>, or <see cref="NoneChosen"/>.</param>
/// <param name="Duration">From the pen's first touch to its last, in milliseconds; null where the ink has no times.</param>
/// <param name="Label">Its label and whether it is excluded: all that can change later.</param>
/// <param name="Task">What the player was to draw.</param>
/// <param name="Drawing">The same for the same drawing (see <see cref="DrawingFingerprint"/>).</param>
/// <param name="Guesses">The guesses in service, then those on shadow; at most <see cref="MaxGuesses"/>.</param>
public sealed record PlayFacts(
    Guid Id,
    long Time,
    string Player,
    InputKind? Input,
    ChosenBy ChosenBy,
    int Chosen,
    int? Duration,
    LabelCode Label,
    TaskCode Task,
    ulong Drawing,
    IReadOnlyList<GuessFacts> Guesses)
{
    /// <summary>What an index in one byte allows. Further guesses are left out, those on shadow first.</summary>
    public const int MaxGuesses = byte.MaxValue - 1;

    /// <summary>The index where the chosen algorithm did not guess.</summary>
    public const int NoneChosen = byte.MaxValue;

    public static PlayFacts Of(Observation observation)
    {
        var inService = observation.Guesses.Select(guess => Facts(guess, isShadow: false));
        var onShadow = observation.Shadows.Select(guess => Facts(guess, isShadow: true));
        return new PlayFacts(
            observation.Id, observation.Time.UtcTicks, observation.Player, InputOf(observation), observation.ChosenBy,
            ChosenIn(observation),
            observation.Ink is { } ink ? DurationOf(ink) : null,
            LabelCode.Of(observation),
            TaskCode.Of(observation.Task),
            DrawingFingerprint.Of(observation),
            [.. inService.Concat(onShadow).Take(MaxGuesses)]);
    }

    private static GuessFacts Facts(Guess guess, bool isShadow) =>
        new(new ScoredVersion(guess.Algorithm, guess.Version, isShadow), guess.Digit, Math.Clamp(guess.Confidence, 0, 1));

    /// <summary>What came over the API was sent by a program, whatever that program says: it could draw as well as it likes.</summary>
    private static InputKind? InputOf(Observation observation) => observation is { Origin: PlayOrigin.Api, Input: not InputKind.Picture }
        ? InputKind.Program
        : observation.Input;

    private static int ChosenIn(Observation observation)
    {
        var index = observation.Guesses.TakeWhile(guess => guess.Algorithm != observation.Chosen).Count();
        return index < observation.Guesses.Count && index < NoneChosen ? index : NoneChosen;
    }

    private static int? DurationOf(Ink ink) =>
        ink.Strokes is [[{ T: { } first }, ..], ..] && ink.Strokes[^1][^1].T is { } last && last >= first
            ? (int)Math.Min(int.MaxValue, last - first)
            : null;
}

/// <summary>What of a guess counts in the charts.</summary>
/// <param name="By">The version that guessed.</param>
/// <param name="Digit">The digit with the highest probability.</param>
/// <param name="Confidence">Its probability, 0..1.</param>
public readonly record struct GuessFacts(ScoredVersion By, int Digit, float Confidence);
