using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace GameNight.Telemetry;

/// <summary>
/// Where features make their instruments and traces. Names and tags say what and how much, never who: no player, drawing, address or
/// secret. Durations are in seconds.
/// </summary>
public static class GameTelemetry
{
    /// <summary>The name of the meter and of the source of traces.</summary>
    public const string Name = "GameNight";

    public static Meter Meter { get; } = new(Name);

    public static ActivitySource Traces { get; } = new(Name);

    /// <summary>Measures something that can fail: how long it took, with the tag <c>outcome</c> (<c>ok</c>, <c>failed</c>).</summary>
    /// <param name="seconds">The instrument.</param>
    /// <param name="work">What is measured.</param>
    /// <param name="tag">What tells this from others of the instrument.</param>
    public static T Measure<T>(this Histogram<double> seconds, KeyValuePair<string, object?> tag, Func<T> work)
    {
        var (started, outcome) = (Stopwatch.GetTimestamp(), "failed");
        try
        {
            var result = work();
            outcome = "ok";
            return result;
        }
        finally
        {
            seconds.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, tag, new("outcome", outcome));
        }
    }

    /// <inheritdoc cref="Measure"/>
    public static async Task<T> MeasureAsync<T>(this Histogram<double> seconds, KeyValuePair<string, object?> tag, Func<Task<T>> work)
    {
        var (started, outcome) = (Stopwatch.GetTimestamp(), "failed");
        try
        {
            var result = await work().ConfigureAwait(false);
            outcome = "ok";
            return result;
        }
        finally
        {
            seconds.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, tag, new("outcome", outcome));
        }
    }
}
