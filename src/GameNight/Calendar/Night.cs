using System.Globalization;

namespace GameNight.Calendar;

/// <summary>A game night: from noon to noon UTC, so that what goes on after midnight belongs to the evening before.</summary>
/// <param name="Date">The day of its first noon.</param>
public readonly record struct Night(DateOnly Date)
{
    private static readonly TimeSpan Noon = TimeSpan.FromHours(12);

    /// <summary>Like <c>2026-11-20</c>.</summary>
    public string Name => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The first moment that belongs to it.</summary>
    public DateTimeOffset Start => new DateTimeOffset(Date, TimeOnly.MinValue, TimeSpan.Zero) + Noon;

    /// <summary>The first moment that does not any more.</summary>
    public DateTimeOffset End => Start.AddDays(1);

    public static Night Of(DateTimeOffset time) => new(DateOnly.FromDateTime(time.UtcDateTime - Noon));
}
