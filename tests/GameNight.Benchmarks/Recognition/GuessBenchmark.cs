using BenchmarkDotNet.Attributes;
using GameNight.Benchmarks.Jobs;
using GameNight.Configuration;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Models;
using GameNight.Recognition.Guessing;

namespace GameNight.Benchmarks.Recognition;

/// <summary>Measures a guess on one core: the normalisation of ink to an image, the network, and both together.</summary>
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
        var manifest = ModelManifest.Parse(File.ReadAllBytes(Path.Combine(folder, ModelManifest.FileName)));
        _classifier = OnnxClassifier.Load(manifest, File.ReadAllBytes(Path.Combine(folder, ModelPackage.ModelFile)));
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
