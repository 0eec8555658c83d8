using GameNight.Observations.Store;

namespace GameNight.Play.Fool;

/// <summary>One round of fooling the machines.</summary>
/// <param name="Asked">The digit to draw, 0 to 9. The machines are not told.</param>
/// <param name="Twist">What makes it harder.</param>
internal sealed record FoolRound(int Asked, Twist Twist)
{
    /// <summary>Every so many rounds one has a twist, on average.</summary>
    private const int TwistShare = 3;

    /// <summary>The drawing with every guess; null until the player asks for the answer.</summary>
    public Observation? Observation { get; init; }

    /// <summary>Whether the drawing is kept, so that others can judge it.</summary>
    public bool IsKept { get; init; }

    /// <summary>What the player is told of the round before.</summary>
    public string? News { get; init; }

    public DrawingTask Task => new(PlayMode.Fool, Asked, Twist);

    /// <summary>The first round: without a twist.</summary>
    public static FoolRound First(Random random) => new(random.Next(10), Twist.None);

    /// <summary>Another digit than before, now and then with a twist.</summary>
    public FoolRound Next(Random random) => new(
        (Asked + random.Next(1, 10)) % 10,
        random.Next(TwistShare) == 0 ? (Twist)random.Next(1, Enum.GetValues<Twist>().Length) : Twist.None);
}
