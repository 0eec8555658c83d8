using BenchmarkDotNet.Attributes;
using GameNight.Benchmarks.Jobs;
using GameNight.Configuration;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Models;
using GameNight.Recognition.Guessing;

namespace GameNight.Benchmarks.Recognition;

/// <summary>What a guess costs on one core: ink → image → probabilities, and both halves.</summary>
[Config(typeof(OneCore))]
[MemoryDiagnoser]
public class GuessBenchmark
{
    private readonly Ink _ink = SampleInk.Three();
    private OnnxClassifier? _classifier;
    private DigitImage? _image;

    [GlobalSetup]
    public void Load()
    {
        var folder = Path.Combine(GameFolders.Default.Models, "mnist-cnn", "1");
        _classifier = OnnxClassifier.Load(ModelManifest.Parse(File.ReadAllBytes(Path.Combine(folder, "manifest.json"))), File.ReadAllBytes(Path.Combine(folder, "model.onnx")));
        _image = InkNormaliser.Normalise(_ink);
    }

    [GlobalCleanup]
    public void Dispose() => _classifier?.Dispose();

    [Benchmark(Baseline = true)]
    public float[] Guess() => _classifier!.Predict(InkNormaliser.Normalise(_ink));

    [Benchmark]
    public DigitImage Normalise() => InkNormaliser.Normalise(_ink);

    [Benchmark]
    public float[] Network() => _classifier!.Predict(_image!);
}
