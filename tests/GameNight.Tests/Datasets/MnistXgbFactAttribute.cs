using GameNight.Datasets;
using GameNight.Tests.Native;

namespace GameNight.Tests.Datasets;

/// <summary>A test that trains on MNIST: skipped where it or XGBoost is not.</summary>
public sealed class MnistXgbFactAttribute : FactAttribute
{
    public MnistXgbFactAttribute() => Skip = XgbFactAttribute.Missing ?? (DatasetFiles.FindMnist(null) is null ? "skipped: MNIST not found" : null);
}
