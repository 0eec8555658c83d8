using GameNight.Datasets;

namespace GameNight.Tests.Datasets;

/// <summary>A test on recorded ink: skipped where there is none.</summary>
public sealed class InkFactAttribute : FactAttribute
{
    public InkFactAttribute() => Skip = DatasetFiles.FindInk(null) is null ? "skipped: ink set not found" : null;
}
