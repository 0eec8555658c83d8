using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;

namespace GameNight.Play.Rounds;

/// <summary>One drawing from its guess to its mark; <see cref="Observation"/> is null while one still draws.</summary>
public sealed record Round
{
    public static readonly Round Drawing = new();

    public Observation? Observation { get; init; }

    /// <summary>The player said that the guess is wrong, and not yet what it was.</summary>
    public bool IsAskingWhich { get; init; }

    public int? Mark { get; init; }

    /// <summary>The guess that the mark was for, whoever is chosen afterwards.</summary>
    public Guess? Judged { get; init; }

    /// <summary>The digit was asked for in a challenge.</summary>
    public bool IsChallenge => Observation?.Label is not null;

    /// <summary>Whether the mark is in the store.</summary>
    public bool IsSaved { get; init; }

    public string? Thanks { get; init; }

    /// <summary>What comes of the mark: who learns from it, and when.</summary>
    public string? Lesson { get; init; }

    public bool AwaitsMark => Observation is not null && Mark is null;

    /// <summary>What a contestant made of this drawing; it need not be the one that was chosen at first.</summary>
    public Guess? AnswerOf(string? algorithm) => Observation?.Guesses.FirstOrDefault(guess => guess.Algorithm == algorithm);
}
