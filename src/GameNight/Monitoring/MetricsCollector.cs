using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using GameNight.Telemetry;

namespace GameNight.Monitoring;

/// <summary>
/// Adds up what the game's instruments measure, and the framework's for open circuits and requests, and writes it in Prometheus' text
/// format: https://prometheus.io/docs/instrumenting/exposition_formats/
/// </summary>
internal sealed class MetricsCollector : IDisposable
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private static readonly HashSet<string> Collected =
    [
        "aspnetcore.components.circuit.active", "aspnetcore.components.circuit.connected", "http.server.active_requests",
    ];

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<Instrument, ConcurrentDictionary<string, MetricSeries>> _series = new();

    /// <param name="meters">This game's: of another game in the same process, only what is counted for the whole process is heard.</param>
    public MetricsCollector(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            var isOurs = instrument.Meter.Name == GameTelemetry.Name || Collected.Contains(instrument.Name);
            if (isOurs && (instrument.Meter.Scope is null || ReferenceEquals(instrument.Meter.Scope, meters)))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.Start();
    }

    public string Write()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var (instrument, series) in _series.OrderBy(one => NameOf(one.Key), StringComparer.Ordinal))
        {
            var (name, kind) = (NameOf(instrument), KindOf(instrument));
            var help = Escape(instrument.Description ?? instrument.Name, inLabel: false);
            text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n");
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {name} {kind}\n");
            foreach (var (labels, one) in series.OrderBy(one => one.Key, StringComparer.Ordinal))
                Write(text, name, kind, labels, one.Read());
        }

        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private static void Write(StringBuilder text, string name, string kind, string labels, (double Value, long[] Buckets) read)
    {
        if (kind != "histogram")
        {
            Line(name, labels, read.Value);
            return;
        }

        var count = 0L;
        for (var i = 0; i < read.Buckets.Length; i++)
        {
            count += read.Buckets[i];
            var bound = i < MetricSeries.Bounds.Length ? MetricSeries.Bounds[i].ToString(CultureInfo.InvariantCulture) : "+Inf";
            Line($"{name}_bucket", (labels.Length > 0 ? labels + "," : "") + $"le=\"{bound}\"", count);
        }

        Line($"{name}_sum", labels, read.Value);
        Line($"{name}_count", labels, count);

        void Line(string line, string with, double value) => text.Append(
            CultureInfo.InvariantCulture, $"{line}{(with.Length > 0 ? $"{{{with}}}" : "")} {value:R}\n");
    }

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        // Without a string, because each request comes here several times.
        var labels = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[256]);
        foreach (var (key, tag) in tags)
        {
            if (labels.Text.Length > 0)
                labels.AppendLiteral(",");
            foreach (var letter in key)
                labels.AppendFormatted(ToName(letter));
            labels.AppendLiteral("=\"");
            labels.AppendLiteral(Escape(Convert.ToString(tag, CultureInfo.InvariantCulture) ?? "", inLabel: true));
            labels.AppendLiteral("\"");
        }

        var all = _series.GetOrAdd(instrument, _ => new()).GetAlternateLookup<ReadOnlySpan<char>>();
        if (!all.TryGetValue(labels.Text, out var series))
            series = all.Dictionary.GetOrAdd(labels.Text.ToString(), _ => new MetricSeries());
        labels.Clear();
        if (instrument.IsObservable)
            series.Set(value);
        else
            series.Add(value);
    }

    private static string NameOf(Instrument instrument) => Name(instrument.Name) + instrument.Unit switch
    {
        "s" => "_seconds",
        "By" => "_bytes",
        _ => "",
    } + (KindOf(instrument) == "counter" ? "_total" : "");

    private static string KindOf(Instrument instrument) => instrument.GetType().Name switch
    {
        var type when type.StartsWith("Counter", StringComparison.Ordinal) => "counter",
        var type when type.StartsWith("Histogram", StringComparison.Ordinal) => "histogram",
        _ => "gauge",
    };

    private static string Name(string text) => string.Concat(text.Select(ToName));

    private static char ToName(char letter) => char.IsAsciiLetterOrDigit(letter) ? letter : '_';

    private static string Escape(string text, bool inLabel)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return inLabel ? escaped.Replace("\"", "\\\"", StringComparison.Ordinal) : escaped;
    }
}
