using BenchmarkDotNet.Attributes;
using GameNight.Benchmarks.Jobs;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Simulation;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Benchmarks.Observations;

/// <summary>Measures the SQLite store. An append is on the disk when it returns; the thousand of the setup are one transaction.</summary>
[Config(typeof(TwoCoresFewCalls))]
[MemoryDiagnoser]
public class ObservationStoreBenchmark
{
    private readonly string _folder = Directory.CreateTempSubdirectory("game-night-").FullName;
    private readonly List<Observation> _plays =
        [.. new Crowd(new CrowdOptions(ObservationPage.MaxLimit, DateTimeOffset.UnixEpoch)).Play()];

    private SqliteObservationStore? _store;

    [GlobalSetup]
    public void Fill()
    {
        _store = Open(_folder);
        _store.AppendAsync(_plays, default).GetAwaiter().GetResult();
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _store?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <remarks>Waits itself, because the toolchain does not and would measure how fast calls pile up.</remarks>
    [Benchmark]
    public AppendOutcome Append() => _store!.AppendAsync(_plays[0] with { Id = Guid.NewGuid() }, default).GetAwaiter().GetResult();

    [Benchmark]
    public LabelOutcome Label() =>
        _store!.LabelAsync(_plays[1].Id, new Label(Random.Shared.Next(10), "host", _plays[1].Time), default).GetAwaiter().GetResult();

    [Benchmark]
    public Observation? Find() => _store!.FindAsync(_plays[2].Id, default).GetAwaiter().GetResult();

    [Benchmark]
    public int ReadThousand() => _store!.ReadAsync(null, ObservationPage.MaxLimit, default).GetAwaiter().GetResult().Items.Count;

    private static SqliteObservationStore Open(string folder) => new(folder, NullLogger<SqliteObservationStore>.Instance);
}
