using GameNight.Configuration;
using GameNight.Models;
using GameNight.Native.OnnxRuntime;
using static GameNight.Tests.Native.OnnxModel;

namespace GameNight.Tests.Models;

/// <summary>Builds small models with known answers.</summary>
internal static class ModelPackageBuilder
{
    /// <summary>A model that answers one digit with 99.98 % for every drawing.</summary>
    public static ModelPackage Always(string algorithm, int digit) => new(
        new ModelManifest
        {
            Algorithm = algorithm,
            Version = "",
            Name = algorithm.ToUpperInvariant(),
            Family = "cnn",
            Description = "I am stubborn.",
            Sha256 = "",
            Input = new ModelInput("image", ModelLayout.Flat, Scale: 0),
            Output = new ModelOutput("scores", OutputKind.Logits),
        },
        Scores(LogitsOf(digit)));

    /// <summary>The committee that ships, which answers the mean of the others.</summary>
    public static ModelPackage Committee()
    {
        var folder = Path.Combine(GameFolders.Default.Models, "committee", "1");
        return new(
            ModelManifest.Parse(File.ReadAllBytes(Path.Combine(folder, "manifest.json"))),
            File.ReadAllBytes(Path.Combine(folder, "model.onnx")));
    }

    /// <summary>A model that answers NaN.</summary>
    public static ModelPackage NotANumber(string algorithm) =>
        Always(algorithm, 0) with { Model = Scores([.. Enumerable.Repeat(float.NaN, 10)]) };

    /// <summary>A model whose weights are the bytes of a file, by its path below the working directory.</summary>
    public static ModelPackage ReadingAFile(string algorithm, string path) => Always(algorithm, 0) with
    {
        Model = Of(
            Bytes(5,
            [
                .. Number(1, 784), .. Number(1, 10), .. Number(2, (int)OrtElementType.Float), .. Text(8, "W"),
                .. Bytes(13, [.. Text(1, "location"), .. Text(2, path)]), .. Number(14, 1),
            ]),
            Node("MatMul", ["image", "W"], ["scores"]),
            Input("image", OrtElementType.Float, "batch", 784),
            Output("scores", OrtElementType.Float, "batch", 10)),
    };

    /// <summary>As <see cref="Always"/>, but after seconds of work: 60 products of matrices of 1024 × 1024.</summary>
    public static ModelPackage Slow(string algorithm, int digit)
    {
        const int side = 1024;
        const int products = 60;
        byte[][] layers =
        [
            Constant("A", [784, side], new float[784 * side]),
            Constant("column", [side, 1], new float[side]),
            Constant("square", [side, side], new float[side * side]),
            Node("MatMul", ["image", "A"], ["row"]),
            Node("MatMul", ["column", "row"], ["product0"]),
            .. Enumerable.Range(0, products).Select(i => Node("MatMul", [$"product{i}", "square"], [$"product{i + 1}"])),
            Constant("row1", [1, side], new float[side]),
            Constant("W", [side, 10], new float[side * 10]),
            Constant("b", [10], LogitsOf(digit)),
            Node("MatMul", ["row1", $"product{products}"], ["embedding"]),
            Node("MatMul", ["embedding", "W"], ["nothing"]),
            Node("Add", ["nothing", "b"], ["scores"]),
            Input("image", OrtElementType.Float, 1, 784),
            Output("scores", OrtElementType.Float, 1, 10),
        ];
        return Always(algorithm, digit) with { Model = Of(layers) };
    }

    /// <summary>Writes the package as a version's folder, as if it shipped.</summary>
    /// <returns>The folder.</returns>
    public static string Ship(this ModelPackage package, string models, string version = "1")
    {
        var folder = Directory.CreateDirectory(Path.Combine(models, package.Manifest.Algorithm, version)).FullName;
        foreach (var file in package.Files(package.As(version, DateTimeOffset.UnixEpoch)))
            File.WriteAllBytes(Path.Combine(folder, file.Name), file.Content);
        return folder;
    }

    private static float[] LogitsOf(int digit) => [.. Enumerable.Range(0, 10).Select(i => MathF.Log(i == digit ? 0.9998f : 0.0002f / 9))];

    private static byte[] Scores(float[] scores) => Of(
        Constant("W", [784, 10], new float[7840]),
        Constant("b", [10], scores),
        Node("MatMul", ["image", "W"], ["nothing"]),
        Node("Add", ["nothing", "b"], ["scores"]),
        Input("image", OrtElementType.Float, "batch", 784),
        Output("scores", OrtElementType.Float, "batch", 10));
}
