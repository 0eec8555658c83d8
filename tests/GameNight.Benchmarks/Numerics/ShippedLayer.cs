using GameNight.Configuration;
using GameNight.Recognition.Guessing;
using GameNight.Training.Network;

namespace GameNight.Benchmarks.Numerics;

/// <summary>The last layer of the app-network that ships, and examples drawn from its rehearsal.</summary>
internal static class ShippedLayer
{
    private static readonly string Folder = Path.Combine(GameFolders.Default.Models, AppNetwork.Algorithm, "1");

    public static LastLayer Read() => LastLayer.Read(File.ReadAllBytes(Path.Combine(Folder, "model.onnx")));

    public static Rehearsal ReadRehearsal() => Rehearsal.Parse(File.ReadAllBytes(Path.Combine(Folder, Rehearsal.FileName)));

    /// <summary>Draws examples, of which one in twenty has the next digit as its label, so that there is something to learn.</summary>
    /// <param name="each">The number of examples of each digit.</param>
    /// <param name="seed">The seed.</param>
    public static List<WeightedEmbedding> Examples(int each, int seed)
    {
        var rehearsal = ReadRehearsal();
        return
        [
            .. from digit in Enumerable.Range(0, OnnxClassifier.Digits)
               from drawn in rehearsal.Draw(digit, each, new Random(seed + digit)).Index()
               let label = drawn.Index % 20 == 0 ? (digit + 1) % OnnxClassifier.Digits : digit
               select WeightedEmbedding.Of(drawn.Item, label, 1),
        ];
    }
}
