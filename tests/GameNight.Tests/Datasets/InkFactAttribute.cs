using GameNight.Datasets;

namespace GameNight.Tests.Datasets;

/// <summary>A test that needs recorded ink, and is skipped where none is found.</summary>
public sealed class InkFactAttribute : FactAttribute
{
    public InkFactAttribute() => Skip = DatasetFiles.FindInk(null) is null ? "skipped: ink set not found" : null;
}
