using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Recognition.Guessing;

namespace GameNight.Observations.Store;

/// <summary>One play: a drawing, what every contestant made of it and, once marked, what it was meant to be. In JSON as <see cref="ObservationJson"/> has it.</summary>
public sealed record Observation
{
    /// <summary>Made where the drawing was made, so that a repeated write is recognised.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it was drawn, in any zone; a store gives it back in UTC, exact to 100 ns.</summary>
    public required DateTimeOffset Time { get; init; }

    public required string Player { get; init; }

    /// <summary>The strokes; null where the drawing came as pixels.</summary>
    public Ink? Ink { get; init; }

    /// <summary>Exactly what the contestants saw.</summary>
    public required DigitImage Image { get; init; }

    /// <summary>The version of the rule that made the image out of what was drawn.</summary>
    public required int NormaliserVersion { get; init; }

    /// <summary>What it was drawn with; null where nobody knows any more.</summary>
    public InputKind? Input { get; init; }

    /// <summary>The algorithm whose answer the player was shown first.</summary>
    public required string Chosen { get; init; }

    /// <summary>Who chose it.</summary>
    public ChosenBy ChosenBy { get; init; }

    /// <summary>One guess of each contestant that was in service.</summary>
    public required IReadOnlyList<Guess> Guesses { get; init; }

    /// <summary>What versions on trial made of it, unseen by the player: several of one algorithm there may be, but none that is in <see cref="Guesses"/>.</summary>
    public IReadOnlyList<Guess> Shadows { get; init; } = [];

    /// <summary>The true digit, once somebody said so.</summary>
    public Label? Label { get; init; }

    /// <summary>The host has set it aside: nobody learns from it, and it counts in no chart.</summary>
    public bool Excluded { get; init; }

    /// <summary>Everything but the label and whether it counts is equal: a mark set meanwhile does not make a repeated append another play.</summary>
    public bool IsSamePlayAs(Observation other) =>
        Id == other.Id && Time == other.Time && Player == other.Player && Image.Equals(other.Image)
        && NormaliserVersion == other.NormaliserVersion && Chosen == other.Chosen && Input == other.Input && ChosenBy == other.ChosenBy
        && Equals(Ink, other.Ink) && Same(Guesses, other.Guesses) && Same(Shadows, other.Shadows);

    private static bool Same(IReadOnlyList<Guess> guesses, IReadOnlyList<Guess> others) =>
        guesses.Count == others.Count && guesses.Zip(others).All(pair => SameGuess(pair.First, pair.Second));

    private static bool SameGuess(Guess one, Guess other) =>
        one.Algorithm == other.Algorithm && one.Version == other.Version && one.Probabilities.SequenceEqual(other.Probabilities);
}
