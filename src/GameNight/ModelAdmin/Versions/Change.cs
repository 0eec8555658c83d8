namespace GameNight.ModelAdmin.Versions;

/// <summary>A change of the version in service, or the removal of a version, which the host is asked to confirm.</summary>
/// <param name="Algorithm">The algorithm.</param>
/// <param name="Version">The version that is put into service or removed.</param>
/// <param name="Deletes">Whether the version is removed.</param>
public sealed record Change(AlgorithmView Algorithm, VersionView Version, bool Deletes)
{
    /// <summary>Whether the version is older than the one in service.</summary>
    public bool RollsBack => Algorithm.InService is { } now && Version.Key.Number < now.Key.Number;
}
