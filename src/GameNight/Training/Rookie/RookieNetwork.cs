using System.Text.Json;
using GameNight.Drawing.Images;
using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Statistics;
using GameNight.Training.Onnx;

namespace GameNight.Training.Rookie;

/// <summary>
/// The version of <c>rookie</c> that ships. It has learned nothing: its last layer is zero, so that every digit is equally likely. Below
/// that layer is nothing learned either: in which directions the strokes run in each part of the drawing, and 512 random cosines of that.
/// </summary>
/// <remarks>
/// A. Rahimi, B. Recht, "Random features for large-scale kernel machines", NIPS 2007: the products of such cosines approximate a
/// Gaussian kernel, so that a linear layer over them is a kernel machine whose size does not grow with the number of examples.
/// </remarks>
public static class RookieNetwork
{
    public const string Algorithm = Contestants.Rookie;

    /// <summary>The length of an embedding: the number of random cosines.</summary>
    public const int Width = 512;

    private const string Input = "image";
    private const string Output = "probabilities";
    private const string Embedding = "embedding";

    private const int Directions = 8;
    private const int KernelRadius = 3;
    private const double KernelDeviation = 0.9;

    // A grid of 6 × 6 overlapping regions.
    private const int Regions = 6;
    private const int RegionRadius = 5;
    private const long RegionStep = 4;
    private const double RegionDeviation = 2.2;

    /// <summary>The kernel is exp(−2 d²), where d is the distance of two drawings: at most √2.</summary>
    private const double Frequency = 4;

    private const int Seed = 5;

    private static int Features => Directions * Regions * Regions;

    /// <summary>Makes the version, the same bytes each time.</summary>
    public static ModelPackage Create() => new(
        new ModelManifest
        {
            Algorithm = Algorithm,
            Version = "",
            Name = "The rookie",
            Family = "rookie",
            Description = "I know nothing yet. Every answer here teaches me.",
            License = "MIT",
            Sha256 = "",
            Input = new ModelInput(Input, ModelLayout.Nchw, Scale: 1 / 255.0),
            Output = new ModelOutput(Output, OutputKind.Probabilities, Embedding),
            TrainedOn = JsonSerializer.SerializeToElement("Nothing: it learns from what is played."),
        },
        CreateModel());

    private static byte[] CreateModel()
    {
        var graph = new OnnxGraph("rookie");
        var features = AddFeatures(graph);
        var (frequencies, phases) = DrawFrequencies(new Random(Seed));
        var angles = graph.Node("Gemm", [features, graph.Constant<float>("frequencies", [Width, Features], frequencies),
            graph.Constant<float>("phases", [Width], phases)], "angles", ("transB", 1L));
        var scale = graph.Constant<float>("scale", [], [MathF.Sqrt(2f / Width)]);
        graph.Node("Mul", [graph.Node("Cos", [angles], "cosines"), scale], Embedding);
        var logits = graph.Node(
            "Gemm",
            [
                Embedding,
                graph.Constant<float>("network.last.weight", [OnnxClassifier.Digits, Width], new float[OnnxClassifier.Digits * Width]),
                graph.Constant<float>("network.last.bias", [OnnxClassifier.Digits], new float[OnnxClassifier.Digits]),
            ],
            "logits", ("transB", 1L));
        graph.Node("Softmax", [logits], Output, ("axis", 1L));
        return graph.ToModel(
            Input, [-1, 1, DigitImage.Side, DigitImage.Side], (Output, [-1, OnnxClassifier.Digits]), (Embedding, [-1, Width]));
    }

    /// <summary>
    /// For each direction and region, how much the ink's edges run that way there; the fourth root, so that a thin stroke counts nearly as
    /// much as a thick one; together of length 1.
    /// </summary>
    private static string AddFeatures(OnnxGraph graph)
    {
        const int KernelSide = 2 * KernelRadius + 1, RegionSide = 2 * RegionRadius + 1;
        var kernels = graph.Constant<float>("kernels", [Directions, 1, KernelSide, KernelSide], DirectionKernels());
        var edges = graph.Node("Relu", [graph.Node("Conv", [Input, kernels], "gradients", ("pads", Repeat(KernelRadius)))], "edges");
        var squares = graph.Node("Mul", [edges, edges], "squares");
        var windows = graph.Constant<float>("windows", [Directions, 1, RegionSide, RegionSide], RegionWindows());
        var regions = graph.Node(
            "Conv", [squares, windows], "regions",
            ("pads", new long[] { 1, 1, 2, 2 }), ("strides", new[] { RegionStep, RegionStep }), ("group", (long)Directions));
        var roots = graph.Node("Sqrt", [graph.Node("Sqrt", [graph.Node("Flatten", [regions], "flat")], "root")], "roots");
        var length = graph.Node("ReduceL2", [roots], "length", ("axes", new long[] { 1 }));
        // Paper has no length.
        var divisor = graph.Node("Max", [length, graph.Constant<float>("shortest", [], [1e-6f])], "divisor");
        return graph.Node("Div", [roots, divisor], "features");
    }

    private static long[] Repeat(long pad) => [pad, pad, pad, pad];

    /// <summary>Derivatives of a Gaussian, in eight directions.</summary>
    private static float[] DirectionKernels() =>
    [
        .. from direction in Enumerable.Range(0, Directions)
           let angle = 2 * Math.PI * direction / Directions
           from y in Enumerable.Range(-KernelRadius, 2 * KernelRadius + 1)
           from x in Enumerable.Range(-KernelRadius, 2 * KernelRadius + 1)
           select (float)((Math.Cos(angle) * x + Math.Sin(angle) * y) * Gauss(x, y, KernelDeviation)),
    ];

    private static float[] RegionWindows() =>
    [
        .. from direction in Enumerable.Range(0, Directions)
           from y in Enumerable.Range(-RegionRadius, 2 * RegionRadius + 1)
           from x in Enumerable.Range(-RegionRadius, 2 * RegionRadius + 1)
           select (float)Gauss(x, y, RegionDeviation),
    ];

    private static double Gauss(int x, int y, double deviation) => Math.Exp(-(x * x + y * y) / (2 * deviation * deviation));

    /// <summary>Frequencies of the kernel's spectrum, and phases of a whole turn.</summary>
    private static (float[] Frequencies, float[] Phases) DrawFrequencies(Random random)
    {
        var deviation = Math.Sqrt(Frequency);
        float[] frequencies = [.. Enumerable.Range(0, Width * Features).Select(_ => (float)(deviation * random.Normal()))];
        return (frequencies, [.. Enumerable.Range(0, Width).Select(_ => (float)random.Between(0, 2 * Math.PI))]);
    }
}
