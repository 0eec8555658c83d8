using BenchmarkDotNet.Attributes;
using GameNight.Benchmarks.Jobs;
using GameNight.Configuration;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Models.Registry;
using GameNight.Recognition.Deployment;
using GameNight.Recognition.Guessing;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Benchmarks.Recognition;

/// <summary>
/// Measures the guesses of all contestants at a drawing on two cores, the committee's after the others. The goal is at most 2.5 ms.
/// </summary>
[Config(typeof(TwoCores))]
[MemoryDiagnoser]
public class ContestantsBenchmark
{
    private readonly DigitImage _image = InkNormaliser.Normalise(SampleInk.Three());
    private readonly string _empty = Directory.CreateTempSubdirectory("game-night-").FullName;
    private Contestants? _contestants;

    [GlobalSetup]
    public void Deploy()
    {
        _contestants = Open(new RegistryOptions(GameFolders.Default.Models, _empty, S3: null, TimeSpan.FromSeconds(1)));
        Console.WriteLine($"// Contestants: {string.Join(", ", _contestants.All.Select(contestant => contestant.Id))}");
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _contestants?.Dispose();
        Directory.Delete(_empty, recursive: true);
    }

    /// <remarks>Waits itself, because the toolchain does not and would measure how fast calls pile up.</remarks>
    [Benchmark]
    public int AllContestants()
    {
        var guesses = _contestants!.GuessAsync(_image, default).GetAwaiter().GetResult();
        return guesses.Count == _contestants.All.Count
            ? guesses.Count
            : throw new InvalidOperationException($"{guesses.Count} of {_contestants.All.Count} contestants have guessed.");
    }

    private static Contestants Open(RegistryOptions registry)
    {
        var library = ModelsFeature.OpenLibrary(registry, TimeProvider.System);
        var contestants = new Contestants(TimeProvider.System, NullLogger<Contestants>.Instance);
        using var deployment = new ModelDeployment(contestants, library, NullLogger<ModelDeployment>.Instance);
        deployment.RefreshAsync(default).GetAwaiter().GetResult();
        return contestants;
    }
}
