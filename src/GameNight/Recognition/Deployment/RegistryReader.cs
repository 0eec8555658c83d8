using System.Diagnostics.Metrics;
using GameNight.Models;
using GameNight.Telemetry;

namespace GameNight.Recognition.Deployment;

/// <summary>Reads which versions the registry names, and remembers whether it could be read when it was last asked.</summary>
internal sealed partial class RegistryReader(ModelLibrary library, ILogger log)
{
    private static readonly Counter<long> Reads = GameTelemetry.Meter.CreateCounter<long>(
        "gamenight.registry.reads", description: "How often the registry was asked which versions there are");

    private volatile string? _error;
    private bool _wasEmpty;

    /// <summary>Why the registry could not be read when it was last asked; null while it can.</summary>
    public string? Error => _error;

    /// <summary>The algorithms by id, with their versions.</summary>
    /// <param name="listAge">The greatest age of the list of the versions.</param>
    /// <param name="orShipped">Whether the versions that ship are the answer where the registry cannot be read.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>Null where the registry cannot be read.</returns>
    public async Task<IReadOnlyDictionary<string, AlgorithmVersions>?> ReadAsync(
        TimeSpan listAge, bool orShipped, CancellationToken cancellation)
    {
        try
        {
            var algorithms = await library.FollowAsync(listAge, cancellation);
            _error = null;
            Reads.Add(1, new KeyValuePair<string, object?>("outcome", "ok"));
            if (algorithms.Count == 0 && !_wasEmpty)
                LogEmpty();
            _wasEmpty = algorithms.Count == 0;
            return algorithms;
        }
        catch (ModelRegistryException e)
        {
            if (_error is null)
                LogUnreadable(e);
            _error = e.Message;
            Reads.Add(1, new KeyValuePair<string, object?>("outcome", "failed"));
            return orShipped ? ReadShipped() : null;
        }
    }

    private IReadOnlyDictionary<string, AlgorithmVersions>? ReadShipped()
    {
        try
        {
            return library.ReadShipped();
        }
        catch (ModelRegistryException e)
        {
            LogShippedUnreadable(e);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The model library holds no version: no algorithm can guess")]
    private partial void LogEmpty();

    [LoggerMessage(LogLevel.Error, "The model registry cannot be read; the versions in service stay")]
    private partial void LogUnreadable(Exception exception);

    [LoggerMessage(LogLevel.Error, "The versions that ship cannot be read; no algorithm can guess until the registry can be read")]
    private partial void LogShippedUnreadable(Exception exception);
}
