using GameNight.Datasets;

namespace GameNight.Tests.Datasets;

/// <summary>A test on MNIST: skipped where it is not.</summary>
public sealed class MnistFactAttribute : FactAttribute
{
    public MnistFactAttribute() => Skip = DatasetFiles.FindMnist(null) is null ? "skipped: MNIST not found" : null;
}
