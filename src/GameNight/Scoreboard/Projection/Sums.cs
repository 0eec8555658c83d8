using System.Numerics.Tensors;

namespace GameNight.Scoreboard.Projection;

/// <summary>Adds the counts of one part to a sum, element by element.</summary>
internal static class Sums
{
    public static void Add(int[] sum, int[] part) => TensorPrimitives.Add<int>(sum, part, sum);

    public static void Add(double[] sum, double[] part) => TensorPrimitives.Add<double>(sum, part, sum);
}
