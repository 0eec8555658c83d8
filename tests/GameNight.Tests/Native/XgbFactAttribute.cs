using GameNight.Native.XGBoost;

namespace GameNight.Tests.Native;

/// <summary>A test that needs XGBoost, and is skipped where it is not found.</summary>
public sealed class XgbFactAttribute : FactAttribute
{
    public XgbFactAttribute() => Skip = Missing;

    /// <summary>The reason for skipping; null where XGBoost was found.</summary>
    public static string? Missing { get; } =
        Record.Exception(() => XgbLibrary.Version) is XgbLibraryMissingException ? "skipped: XGBoost not found" : null;
}
