using BenchmarkDotNet.Attributes;
using GameNight.Benchmarks.Jobs;
using GameNight.Configuration;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Models;
using GameNight.Models.Onnx;
using GameNight.Native.OnnxRuntime;
using GameNight.Recognition.Guessing;

namespace GameNight.Benchmarks.Recognition;

/// <summary>
/// Measures a guess on one core: the bare call of ONNX Runtime, the normalisation of ink to an image, the network, and from ink to
/// probabilities. The goal is at most 1.15 times the bare call.
/// </summary>
[Config(typeof(OneCore))]
[MemoryDiagnoser]
public class GuessBenchmark
{
    private readonly Ink _ink = SampleInk.Three();
    private readonly float[] _values = new float[DigitImage.Length];
    private readonly float[] _answer = new float[OnnxClassifier.Digits];
    private OrtSession? _session;
    private OnnxClassifier? _classifier;
    private DigitImage? _image;

    [GlobalSetup]
    public void Load()
    {
        var folder = Path.Combine(GameFolders.Default.Models, "mnist-cnn", "1");
        var manifest = ModelManifest.Parse(File.ReadAllBytes(Path.Combine(folder, ModelManifest.FileName)));
        var model = File.ReadAllBytes(Path.Combine(folder, ModelPackage.ModelFile));
        _session = OnnxInspection.Load(manifest, model);
        _classifier = OnnxClassifier.Load(manifest, model);
        _image = InkNormaliser.Normalise(_ink);
        for (var i = 0; i < _values.Length; i++)
            _values[i] = _image.Pixels[i] / 255f;
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _session?.Dispose();
        _classifier?.Dispose();
    }

    [Benchmark(Baseline = true)]
    public void Runtime() => _session!.Run("image", _values, [1, 1, DigitImage.Side, DigitImage.Side], "probabilities", _answer);

    [Benchmark]
    public float[] Guess() => _classifier!.Predict(InkNormaliser.Normalise(_ink));

    [Benchmark]
    public DigitImage Normalise() => InkNormaliser.Normalise(_ink);

    [Benchmark]
    public float[] Network() => _classifier!.Predict(_image!);
}
