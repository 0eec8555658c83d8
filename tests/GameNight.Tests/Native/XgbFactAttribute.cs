using GameNight.Native.XGBoost;

namespace GameNight.Tests.Native;

/// <summary>A test that trains: skipped where there is no XGBoost.</summary>
public sealed class XgbFactAttribute : FactAttribute
{
    public XgbFactAttribute() => Skip = Missing;

    /// <summary>Why there is none; null where there is one.</summary>
    public static string? Missing { get; } = Record.Exception(() => XgbLibrary.Version) is XgbLibraryMissingException ? "skipped: XGBoost not found" : null;
}
