using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;

namespace GameNight.Retraining.Review;

/// <summary>What a labelled drawing's play says beside the drawing.</summary>
/// <param name="Time">When it was drawn.</param>
/// <param name="Origin">How it came in.</param>
/// <param name="Mode">The game that it was drawn in; null where nothing was asked for.</param>
/// <param name="Guesses">What the versions in service and on shadow guessed when it was drawn.</param>
public sealed record PlayCircumstances(DateTimeOffset Time, PlayOrigin Origin, PlayMode? Mode, IReadOnlyList<Guess> Guesses)
{
    /// <summary>Whether it was drawn so that machines do not read it.</summary>
    public bool IsMadeToFool => Mode == PlayMode.Fool;

    /// <summary>Whether it is there because a version has read it, or because people thought that none would.</summary>
    public bool IsSelected => Mode is PlayMode.Fool or PlayMode.Sprint;

    /// <summary>The probabilities that a version gave; null where it did not guess then.</summary>
    public float[]? Find(string algorithm, string version) =>
        Guesses.FirstOrDefault(guess => guess.Algorithm == algorithm && guess.Version == version)?.Probabilities.ToArray();
}
