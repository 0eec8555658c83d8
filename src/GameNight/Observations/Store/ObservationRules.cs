using GameNight.Recognition.Guessing;

namespace GameNight.Observations.Store;

/// <summary>What must hold for an observation that comes from outside, beyond the types of its fields.</summary>
internal static class ObservationRules
{
    /// <exception cref="InvalidDataException">A rule is broken; the message begins with the field's JSON name.</exception>
    public static void Check(Observation observation)
    {
        Require(observation.Id != Guid.Empty, "id", "An observation has an id of its own.");
        Require(observation.Player.Length > 0, "player", "An observation has a player.");
        Require(observation.NormaliserVersion >= 0, "normaliserVersion", "A version is not negative.");
        CheckGuesses(observation.Guesses, observation.Chosen);
        Require(observation.Input is not { } input || Enum.IsDefined(input), "input",
            "This is none of mouse, touch, pen, keyboard, program and picture.");
        Require(Enum.IsDefined(observation.ChosenBy), "chosenBy", "This is none of player, arm, sampling and lot.");
        Require(Enum.IsDefined(observation.Origin), "origin", "This is none of page, api and host.");
        CheckShadows(observation.Shadows, observation.Guesses);
        Require(observation.Label is not { Digit: not (>= 0 and <= 9) }, "label.digit", "A label is a digit, 0 to 9.");
        Require(observation.Task?.Asked is not { } asked || asked is >= 0 and <= 9, "task.asked", "A digit is 0 to 9.");
        Require(observation.Task is not { } task || (Enum.IsDefined(task.Mode) && Enum.IsDefined(task.Twist)), "task",
            "This is no mode, or no twist, of the game.");
        CheckVotes(observation.Votes);
        Require(observation.Label is not { By.Length: 0 }, "label.by", "A label names its author.");
    }

    private static void CheckVotes(IReadOnlyList<Vote> votes)
    {
        for (var i = 0; i < votes.Count; i++)
        {
            Require(votes[i] is not null, $"votes[{i}]", "A vote is needed, not null.");
            Require(votes[i].Player.Length > 0, $"votes[{i}].player", "A vote has a player.");
            Require(votes[i].Digit is not { } digit || digit is >= 0 and <= 9, $"votes[{i}].digit", "A vote is a digit, 0 to 9, or null.");
        }

        Require(votes.DistinctBy(vote => vote.Player).Count() == votes.Count, "votes", "A player votes once.");
    }

    private static void CheckGuesses(IReadOnlyList<Guess> guesses, string chosen)
    {
        for (var i = 0; i < guesses.Count; i++)
            CheckGuess(guesses[i], $"guesses[{i}]");
        Require(guesses.DistinctBy(guess => guess.Algorithm).Count() == guesses.Count, "guesses", "An algorithm guesses once.");
        Require(guesses.Any(guess => guess.Algorithm == chosen), "chosen", $"The guess of \"{chosen}\" is not among the guesses.");
    }

    private static void CheckShadows(IReadOnlyList<Guess> shadows, IReadOnlyList<Guess> guesses)
    {
        for (var i = 0; i < shadows.Count; i++)
            CheckGuess(shadows[i], $"shadows[{i}]");
        var versions = guesses.Concat(shadows).DistinctBy(guess => (guess.Algorithm, guess.Version)).Count();
        Require(versions == guesses.Count + shadows.Count, "shadows", "A version guesses once.");
    }

    private static void CheckGuess(Guess? guess, string field)
    {
        Require(guess is not null, field, "A guess is needed, not null.");
        Require(guess!.Algorithm.Length > 0, $"{field}.algorithm", "An algorithm has an id.");
        Require(guess.Version.Length > 0, $"{field}.version", "A version has a name.");
        // Sums of ten floats round: a probability may be slightly above 1, and the sum slightly off.
        var probabilities = guess.Probabilities;
        Require(
            probabilities.Count == OnnxClassifier.Digits && probabilities.All(p => p >= 0) && Math.Abs(probabilities.Sum() - 1) < 0.01,
            $"{field}.probabilities", "These are no ten probabilities, whose sum is 1.");
    }

    private static void Require(bool condition, string field, string otherwise)
    {
        if (!condition)
            throw new InvalidDataException($"{field}: {otherwise}");
    }
}
