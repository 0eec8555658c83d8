using GameNight.Native.XGBoost;

namespace GameNight.Tests.Native;

/// <summary>A task that a few trees learn: which of three numbers is the largest.</summary>
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
        booster.Set("objective", "multi:softprob");
        booster.Set("num_class", "3");
        booster.Set("tree_method", "hist");
        booster.Set("max_depth", "4");
        booster.Set("nthread", "1");
    }
}
