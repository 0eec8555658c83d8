using GameNight.Datasets;
using GameNight.Tests.Native;

namespace GameNight.Tests.Datasets;

/// <summary>A test that trains on MNIST, and is skipped where its files or XGBoost are not found.</summary>
public sealed class MnistXgbFactAttribute : FactAttribute
{
    public MnistXgbFactAttribute() =>
        Skip = XgbFactAttribute.Missing ?? (DatasetFiles.FindMnist(null) is null ? "skipped: MNIST not found" : null);
}
