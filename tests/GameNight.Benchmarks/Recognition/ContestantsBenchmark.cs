using BenchmarkDotNet.Attributes;
using GameNight.Benchmarks.Jobs;
using GameNight.Configuration;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Models;
using GameNight.Recognition.Deployment;
using GameNight.Recognition.Guessing;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Benchmarks.Recognition;

/// <summary>What a play costs on two cores: everybody at the table guesses one drawing, the committee after the others. At most 2.5 ms is the goal.</summary>
[Config(typeof(TwoCores))]
[MemoryDiagnoser]
public class ContestantsBenchmark
{
    private readonly DigitImage _image = InkNormaliser.Normalise(SampleInk.Three());
    private readonly string _nothing = Directory.CreateTempSubdirectory("game-night-").FullName;
    private Contestants? _contestants;

    [GlobalSetup]
    public void Seat()
    {
        _contestants = Deploy(new RegistryOptions(GameFolders.Default.Models, _nothing, S3: null, TimeSpan.FromSeconds(1)));
        Console.WriteLine($"// At the table: {string.Join(", ", _contestants.All.Select(contestant => contestant.Id))}");
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _contestants?.Dispose();
        Directory.Delete(_nothing, recursive: true);
    }

    /// <remarks>Waited for here: the toolchain does not, and would measure how fast guesses pile up.</remarks>
    [Benchmark]
    public int Everybody()
    {
        var guesses = _contestants!.GuessAsync(_image, default).GetAwaiter().GetResult();
        return guesses.Count == _contestants.All.Count ? guesses.Count : throw new InvalidOperationException("Somebody did not guess.");
    }

    private static Contestants Deploy(RegistryOptions registry)
    {
        var library = ModelsFeature.OpenLibrary(registry, TimeProvider.System);
        var contestants = new Contestants(TimeProvider.System, NullLogger<Contestants>.Instance);
        using var deployment = new ModelDeployment(contestants, library, NullLogger<ModelDeployment>.Instance);
        deployment.RefreshAsync(default).GetAwaiter().GetResult();
        return contestants;
    }
}
