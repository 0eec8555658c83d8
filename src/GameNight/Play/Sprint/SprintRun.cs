using GameNight.Play.Rounds;

namespace GameNight.Play.Sprint;

/// <summary>One sprint: digit after digit, for a minute that begins with the first stroke.</summary>
/// <param name="Asked">The digit to draw now, 0 to 9.</param>
internal sealed record SprintRun(int Asked)
{
    /// <summary>How long it takes.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(60);

    /// <summary>The most points of one digit.</summary>
    public const int MostPoints = 5;

    /// <summary>When the first stroke began; null before.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>How many digits were asked for before this one.</summary>
    public int Turn { get; init; }

    public int Points { get; init; }

    /// <summary>How many digits were read.</summary>
    public int Digits { get; init; }

    /// <summary>How many digits in a row were read at the first try, up to now.</summary>
    public int Row { get; init; }

    public int BestRow { get; init; }

    /// <summary>Whether the digit was begun anew, or not read when the player asked.</summary>
    public bool IsRetry { get; init; }

    public SprintScore Score => new(Points, Digits, BestRow);

    /// <summary>A sprint whose clock does not run yet.</summary>
    public static SprintRun Ready(Random random) => new(random.Next(10));

    /// <summary>The time that is left, from <see cref="Length"/> to zero.</summary>
    public TimeSpan LeftAt(DateTimeOffset now) => StartedAt is not { } start ? Length
        : TimeSpan.FromTicks(Math.Clamp((start + Length - now).Ticks, 0, Length.Ticks));

    /// <summary>The sprint after its digit was read.</summary>
    /// <remarks>
    /// The first digit of a row is worth a point, the second two, and so on up to <see cref="MostPoints"/>. One that took a second try is
    /// worth a point, and ends the row.
    /// </remarks>
    public SprintRun Read(Random random)
    {
        var row = IsRetry ? 0 : Row + 1;
        return Next(random) with
        {
            Points = Points + Math.Clamp(row, 1, MostPoints),
            Digits = Digits + 1,
            Row = row,
            BestRow = Math.Max(BestRow, row),
        };
    }

    /// <summary>The sprint after the player has given a digit up: the row ends.</summary>
    public SprintRun Skipped(Random random) => Next(random) with { Row = 0 };

    /// <summary>The sprint after the first try at its digit has failed: the row ends, the digit stays.</summary>
    public SprintRun Missed() => this with { Row = 0, IsRetry = true };

    /// <summary>Asks for another digit than the one before.</summary>
    private SprintRun Next(Random random) => this with { Asked = (Asked + random.Next(1, 10)) % 10, Turn = Turn + 1, IsRetry = false };
}
