using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Recognition.Guessing;

namespace GameNight.Observations.Store;

/// <summary>
/// One play: a drawing, what every contestant guessed and, once it is known, the true digit. <see cref="ObservationJson"/>
/// describes its JSON.
/// </summary>
public sealed record Observation
{
    private readonly PlayOrigin? _origin;

    /// <summary>Made where the drawing was made, so that a repeated write is recognised.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it was drawn, in any time zone; a store returns it in UTC, exact to 100 ns.</summary>
    public required DateTimeOffset Time { get; init; }

    public required string Player { get; init; }

    /// <summary>The strokes; null where the drawing came as pixels.</summary>
    public Ink? Ink { get; init; }

    /// <summary>Exactly the pixels that the contestants were given.</summary>
    public required DigitImage Image { get; init; }

    /// <summary>The version of the normaliser that made the image from the drawing.</summary>
    public required int NormaliserVersion { get; init; }

    /// <summary>What it was drawn with; null where that is not known.</summary>
    public InputKind? Input { get; init; }

    /// <summary>The algorithm whose answer the player was shown first.</summary>
    public required string Chosen { get; init; }

    /// <summary>Who chose that algorithm.</summary>
    public ChosenBy ChosenBy { get; init; }

    /// <summary>How it came in; as far as can be told, where an older build recorded it.</summary>
    public PlayOrigin Origin
    {
        get => _origin ?? PlayOrigins.OfOldBuild(Input, Player);
        init => _origin = value;
    }

    /// <summary>One guess of each contestant that was in service.</summary>
    public required IReadOnlyList<Guess> Guesses { get; init; }

    /// <summary>
    /// Guesses of versions on shadow, which the player was not shown. An algorithm may have several, but no version that is in
    /// <see cref="Guesses"/> is here too.
    /// </summary>
    public IReadOnlyList<Guess> Shadows { get; init; } = [];

    /// <summary>The true digit; null while it is not known.</summary>
    public Label? Label { get; init; }

    /// <summary>What the player was to draw; null where nothing was asked for.</summary>
    public DrawingTask? Task { get; init; }

    /// <summary>Whether it was made for machines to misread.</summary>
    public bool IsMadeToFool => Task is { Mode: PlayMode.Fool };

    /// <summary>What people read in it: one vote of each at most, in the order of their first votes.</summary>
    public IReadOnlyList<Vote> Votes { get; init; } = [];

    /// <summary>Whether the host has excluded it from training and charts.</summary>
    public bool Excluded { get; init; }

    /// <summary>
    /// Whether everything but <see cref="Label"/>, <see cref="Votes"/>, <see cref="Excluded"/> and <see cref="Origin"/> is equal: the first
    /// three may change after the first append, and what an older build has exported has no origin; an append of that is still the same.
    /// </summary>
    public bool IsSamePlayAs(Observation other) =>
        Id == other.Id && Time == other.Time && Player == other.Player && Image.Equals(other.Image)
        && NormaliserVersion == other.NormaliserVersion && Chosen == other.Chosen && Input == other.Input && ChosenBy == other.ChosenBy
        && Task == other.Task && Equals(Ink, other.Ink) && AreEqual(Guesses, other.Guesses) && AreEqual(Shadows, other.Shadows);

    private static bool AreEqual(IReadOnlyList<Guess> guesses, IReadOnlyList<Guess> others) =>
        guesses.Count == others.Count && guesses.Zip(others).All(pair => AreEqual(pair.First, pair.Second));

    private static bool AreEqual(Guess one, Guess other) =>
        one.Algorithm == other.Algorithm && one.Version == other.Version && one.Probabilities.SequenceEqual(other.Probabilities);
}
