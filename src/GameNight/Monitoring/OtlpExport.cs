using GameNight.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace GameNight.Monitoring;

/// <summary>Sends metrics and traces to a collector, by OTLP over HTTP. While the collector is away, the game goes on without it.</summary>
internal sealed class OtlpExport(Uri collector) : IHostedService, IDisposable
{
    private static readonly string[] FrameworkMeters = ["Microsoft.AspNetCore.Components.Server.Circuits", "Microsoft.AspNetCore.Hosting"];

    private MeterProvider? _metrics;
    private TracerProvider? _traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var resource = ResourceBuilder.CreateDefault().AddService("game-night");
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(GameTelemetry.Name).AddMeter(FrameworkMeters)
            .AddOtlpExporter(to => Send(to, "v1/metrics")).Build();
        // The framework's own spans have paths in them, and with those the host's link; ours are sent without their parents.
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(GameTelemetry.Name)
            .SetSampler(new AlwaysOnSampler())
            .AddOtlpExporter(to => Send(to, "v1/traces")).Build();
        return Task.CompletedTask;
    }

    // What is left is sent now.
    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(Dispose, cancellationToken);

    public void Dispose()
    {
        _metrics?.Dispose();
        _traces?.Dispose();
    }

    private void Send(OtlpExporterOptions to, string path)
    {
        var root = collector.AbsoluteUri;
        to.Protocol = OtlpExportProtocol.HttpProtobuf;
        to.Endpoint = new Uri(root.EndsWith('/') ? root + path : $"{root}/{path}");
    }
}
