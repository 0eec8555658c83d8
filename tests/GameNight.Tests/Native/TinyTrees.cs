using GameNight.Native.XGBoost;

namespace GameNight.Tests.Native;

/// <summary>A task that few trees learn: which of three numbers is the largest.</summary>
internal static class TinyTrees
{
    public const int Rows = 300;
    public const int Classes = 3;

    public static (float[] Values, float[] Labels) Data(int seed = 1)
    {
        var random = new Random(seed);
        var values = Enumerable.Range(0, Rows * Classes).Select(_ => (float)random.Next(256)).ToArray();
        return (values, [.. values.Chunk(Classes).Select(row => (float)Array.IndexOf(row, row.Max()))]);
    }

    public static DMatrix Matrix(int seed = 1)
    {
        var (values, labels) = Data(seed);
        return DMatrix.Create(values, Rows, labels);
    }

    public static Booster Grow(DMatrix matrix, int rounds)
    {
        var booster = Booster.Create(matrix);
        Configure(booster);
        for (var round = 0; round < rounds; round++)
            booster.Update(matrix, round);
        return booster;
    }

    public static void Configure(Booster booster)
    {
        foreach (var (name, value) in new[] { ("objective", "multi:softprob"), ("num_class", "3"), ("tree_method", "hist"), ("max_depth", "4"), ("nthread", "1"), ("eval_metric", "merror"), ("eval_metric", "mlogloss") })
            booster.Set(name, value);
    }
}
