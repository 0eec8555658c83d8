using GameNight.Datasets;
using GameNight.Tests.Native;

namespace GameNight.Tests.Datasets;

/// <summary>A test on MNIST: skipped where it is not.</summary>
public sealed class MnistFactAttribute : FactAttribute
{
    public MnistFactAttribute() => Skip = DatasetFiles.FindMnist(null) is null ? "skipped: MNIST not found" : null;
}

/// <summary>A test that trains on MNIST: skipped where it or XGBoost is not.</summary>
public sealed class MnistXgbFactAttribute : FactAttribute
{
    public MnistXgbFactAttribute() => Skip = XgbFactAttribute.Missing ?? (DatasetFiles.FindMnist(null) is null ? "skipped: MNIST not found" : null);
}

/// <summary>A test on recorded ink: skipped where there is none.</summary>
public sealed class InkFactAttribute : FactAttribute
{
    public InkFactAttribute() => Skip = DatasetFiles.FindInk(null) is null ? "skipped: ink set not found" : null;
}
