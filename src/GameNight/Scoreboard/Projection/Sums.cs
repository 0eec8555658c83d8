using System.Numerics.Tensors;

namespace GameNight.Scoreboard.Projection;

/// <summary>Counts of two parts, added up cell by cell.</summary>
internal static class Sums
{
    public static void Add(int[] sum, int[] part) => TensorPrimitives.Add<int>(sum, part, sum);

    public static void Add(double[] sum, double[] part) => TensorPrimitives.Add<double>(sum, part, sum);
}
