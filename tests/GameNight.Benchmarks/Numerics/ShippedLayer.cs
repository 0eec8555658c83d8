using GameNight.Configuration;
using GameNight.Recognition.Guessing;
using GameNight.Training.Network;

namespace GameNight.Benchmarks.Numerics;

/// <summary>The last layer that ships, and examples like those that it learns from: drawn from what it remembers of MNIST.</summary>
internal static class ShippedLayer
{
    private static readonly string Folder = Path.Combine(GameFolders.Default.Models, AppNetwork.Algorithm, "1");

    public static LastLayer Read() => LastLayer.Read(File.ReadAllBytes(Path.Combine(Folder, "model.onnx")));

    public static Rehearsal Memory() => Rehearsal.Parse(File.ReadAllBytes(Path.Combine(Folder, Rehearsal.File)));

    /// <param name="each">Of each digit; one in twenty is marked as the next digit, so that there is something to learn.</param>
    /// <param name="seed">Others with another one.</param>
    public static List<WeightedEmbedding> Examples(int each, int seed)
    {
        var memory = Memory();
        return
        [
            .. from digit in Enumerable.Range(0, OnnxClassifier.Digits)
               from drawn in memory.Draw(digit, each, new Random(seed + digit)).Index()
               select WeightedEmbedding.Of(drawn.Item, drawn.Index % 20 == 0 ? (digit + 1) % OnnxClassifier.Digits : digit, 1),
        ];
    }
}
