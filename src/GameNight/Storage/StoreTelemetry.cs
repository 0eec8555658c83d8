using System.Diagnostics.Metrics;
using GameNight.Telemetry;

namespace GameNight.Storage;

/// <summary>Counts and times the calls to databases.</summary>
internal static class StoreTelemetry
{
    /// <summary>By <c>store</c>: the name of a database file without its ending, or <c>dynamodb</c>.</summary>
    public static Histogram<double> Duration { get; } = GameTelemetry.Meter.CreateHistogram<double>(
        "gamenight.store.duration", "s", "How long a call to a database took");

    public static KeyValuePair<string, object?> Store(string name) => new("store", name);
}
