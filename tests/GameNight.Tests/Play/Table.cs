using System.Security.Cryptography;
using System.Text.Json;
using GameNight.Native.OnnxRuntime;
using GameNight.Recognition;
using GameNight.Tests.Observations;
using Microsoft.Extensions.Logging.Abstractions;
using static GameNight.Tests.Native.OnnxModel;

namespace GameNight.Tests.Play;

/// <summary>Contestants that always guess the same digit, with 99.98 %, whatever one draws.</summary>
internal sealed class Table : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private Table()
    {
    }

    public Contestants Contestants { get; private set; } = null!;

    /// <summary>A contestant without a digit is unavailable: its model is damaged.</summary>
    public static Table With(params (string Algorithm, int? Digit)[] contestants)
    {
        var table = new Table();
        foreach (var (algorithm, digit) in contestants)
            table.Add(algorithm, digit);
        table.Contestants = new Contestants(table._folder.Path, NullLogger<Contestants>.Instance);
        return table;
    }

    public void Dispose()
    {
        Contestants.Dispose();
        _folder.Dispose();
    }

    private void Add(string algorithm, int? digit)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, algorithm, "1")).FullName;
        var model = Always(digit ?? 0);
        File.WriteAllBytes(Path.Combine(folder, "model.onnx"), model);
        File.WriteAllText(Path.Combine(folder, "manifest.json"), JsonSerializer.Serialize(new
        {
            algorithm,
            version = "1",
            name = algorithm.ToUpperInvariant(),
            family = "cnn",
            description = "I am stubborn.",
            sha256 = digit is null ? "damaged" : Convert.ToHexStringLower(SHA256.HashData(model)),
            input = new { name = "image", layout = "flat", scale = 0, offset = 0 },
            output = new { name = "scores", kind = "logits" },
        }));
    }

    private static byte[] Always(int digit) => Of(
        Constant("W", [784, 10], new float[7840]),
        Constant("b", [10], [.. Enumerable.Range(0, 10).Select(i => MathF.Log(i == digit ? 0.9998f : 0.0002f / 9))]),
        Node("MatMul", ["image", "W"], ["nothing"]),
        Node("Add", ["nothing", "b"], ["scores"]),
        Input("image", OrtElementType.Float, "batch", 784),
        Output("scores", OrtElementType.Float, "batch", 10));
}
