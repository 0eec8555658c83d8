using GameNight.Models;

namespace GameNight.ModelAdmin.Versions;

/// <summary>A version in the API's list of an algorithm.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Status">
/// <c>inService</c>, <c>onTrial</c>, <c>onShadow</c>, <c>refused</c>, <c>retired</c>, <c>published</c> for one that never played, or
/// <c>unavailable</c> for one that cannot serve.
/// </param>
/// <param name="Reason">Why it is unavailable.</param>
/// <param name="Shadow">Whether it guesses every drawing without being shown.</param>
/// <param name="Ships">Whether it came with the game, rather than being published here.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Bytes">The size of its model file.</param>
/// <param name="Metrics">What it was measured at.</param>
/// <param name="Manifest">All that its maker says about it.</param>
public sealed record VersionResponse(
    string Version,
    VersionStatus Status,
    string? Reason,
    bool Shadow,
    bool Ships,
    DateTimeOffset? Created,
    long? Bytes,
    IReadOnlyList<ModelMetric> Metrics,
    ModelManifest? Manifest)
{
    public static VersionResponse From(VersionView view) => new(
        view.Key.Version,
        view.Status,
        view.Problem,
        view.ShadowSince is not null,
        view.Ships,
        view.Manifest?.Created,
        view.Bytes,
        view.Manifest?.Metrics ?? [],
        view.Manifest);
}
