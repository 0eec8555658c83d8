using GameNight.Datasets;

namespace GameNight.Tests.Datasets;

/// <summary>A test that needs MNIST's files, and is skipped where they are not found.</summary>
public sealed class MnistFactAttribute : FactAttribute
{
    public MnistFactAttribute() => Skip = DatasetFiles.FindMnist(null) is null ? "skipped: MNIST not found" : null;
}
