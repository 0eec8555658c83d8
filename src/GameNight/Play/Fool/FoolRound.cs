using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;

namespace GameNight.Play.Fool;

/// <summary>One round of fooling the machines.</summary>
/// <param name="Asked">The digit to draw, 0 to 9. The machines are not told.</param>
/// <param name="Twist">What makes it harder.</param>
internal sealed record FoolRound(int Asked, Twist Twist)
{
    /// <summary>Every so many rounds one has a twist, on average.</summary>
    private const int TwistShare = 3;

    /// <summary>Before the browser has said what its player was asked for: no digit is shown that might be another in a moment.</summary>
    public static readonly FoolRound Unknown = new(-1, Twist.None);

    /// <summary>Whether a digit is asked for.</summary>
    public bool IsKnown => Asked >= 0;

    /// <summary>The drawing with every guess; null until the player asks for the answer.</summary>
    public Observation? Observation { get; init; }

    /// <summary>Whether the drawing is kept, so that others can judge it.</summary>
    public bool IsKept { get; init; }

    public DrawingTask Task => new(PlayMode.Fool, Asked, Twist);

    /// <summary>The round that a page goes on with when it is loaded: the one before, or else a first one, without a twist.</summary>
    public static FoolRound Of(DrawingTask? before, Random random) =>
        before is { Asked: { } asked } ? new FoolRound(asked, before.Twist) : new FoolRound(random.Next(10), Twist.None);

    /// <summary>Another digit than before, now and then with a twist.</summary>
    public FoolRound Next(Random random) => new(
        (Asked + random.Next(1, 10)) % 10,
        random.Next(TwistShare) == 0 ? (Twist)random.Next(1, Enum.GetValues<Twist>().Length) : Twist.None);

    /// <summary>Whether a pad shows the drawing that was guessed, or what is left of it after "Undo" and "Clear".</summary>
    public bool IsOf(Ink ink) =>
        Observation?.Ink is { } guessed && (ink.IsBlank || ink.Strokes[0].SequenceEqual(guessed.Strokes[0]));
}
