using BenchmarkDotNet.Attributes;
using GameNight.Drawing;
using GameNight.Recognition;
using GameNight.Shell;

namespace GameNight.Benchmarks;

/// <summary>What a guess costs on one core: ink → image → probabilities, and both halves.</summary>
[Config(typeof(OneCore))]
[MemoryDiagnoser]
public class GuessBenchmark
{
    private readonly Ink _ink = SampleInk.Three();
    private Contestant? _contestant;
    private DigitImage? _image;

    [GlobalSetup]
    public void Load()
    {
        _contestant = Contestant.Load("mnist-cnn", Path.Combine(GameOptions.Default.ModelsFolder, "mnist-cnn", "1"));
        if (!_contestant.InService)
            throw new InvalidOperationException(_contestant.Reason);
        _image = InkNormaliser.Normalise(_ink);
    }

    [GlobalCleanup]
    public void Dispose() => _contestant?.Dispose();

    [Benchmark(Baseline = true)]
    public Guess Guess() => _contestant!.Guess(InkNormaliser.Normalise(_ink));

    [Benchmark]
    public DigitImage Normalise() => InkNormaliser.Normalise(_ink);

    [Benchmark]
    public Guess Network() => _contestant!.Guess(_image!);
}
