using System.Text.Json;
using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Queue;
using GameNight.Retraining.Trial;

namespace GameNight.ModelAdmin.Versions;

/// <summary>A version on the Models page.</summary>
/// <param name="Key">Its algorithm and number.</param>
/// <param name="Manifest">Its manifest; null where that cannot be read.</param>
/// <param name="Bytes">The size of its model file; null where that is missing.</param>
/// <param name="Ships">Whether it came with the game.</param>
/// <param name="IsInService">Whether it is the version that guesses in this game now.</param>
/// <param name="ShadowSince">Since when it is on shadow; null where it is not.</param>
/// <param name="Problem">Why it cannot serve; null where no reason is known.</param>
/// <param name="Status">What it does.</param>
public sealed record VersionView(
    ModelKey Key, ModelManifest? Manifest, long? Bytes, bool Ships, bool IsInService, DateTimeOffset? ShadowSince, string? Problem,
    VersionStatus Status)
{
    /// <summary>Why the evaluation refused it after training; null where it did not.</summary>
    public string? Refusal =>
        Manifest?.TrainedOn is { ValueKind: JsonValueKind.Object } notes && notes.TryGetProperty("refused", out var why)
            && why.ValueKind == JsonValueKind.String
            ? why.GetString()
            : null;

    /// <summary>Whether it could be put on shadow.</summary>
    public bool CanShadow => !IsInService && Problem is null && Manifest is not null && ShadowContestants.Supports(Manifest);

    public static async Task<VersionView> ReadAsync(
        ModelLibrary library, Contestants contestants, AlgorithmVersions versions, ModelKey key, CancellationToken cancellation)
    {
        var contestant = contestants.Find(key.Algorithm);
        var guesses = contestant?.ActiveVersion == key.Version;
        var refused = !guesses && contestant?.TargetVersion == key.Version ? contestant.Reason : contestants.Shadows.Find(key)?.Reason;
        var shadowSince = versions.OnShadow is { } shadow && shadow.Version == key.Version ? shadow.Since : (DateTimeOffset?)null;
        try
        {
            var manifest = await library.ReadManifestAsync(key, cancellation);
            var view = new VersionView(
                key, manifest, await library.SizeAsync(key, cancellation), versions.IsShipped(key), guesses, shadowSince, refused,
                VersionStatus.Published);
            return view with { Status = view.FindStatus(versions) };
        }
        catch (InvalidModelException e)
        {
            return new VersionView(
                key, Manifest: null, Bytes: null, versions.IsShipped(key), guesses, shadowSince, refused ?? e.Message,
                guesses ? VersionStatus.InService : VersionStatus.Unavailable);
        }
    }

    /// <summary>The training run that made it, as far as its report and what it does now tell; null where they don't.</summary>
    /// <remarks>Only the newest runs are kept, and an imported version was made elsewhere.</remarks>
    public TrainingRun? RunOf(TrainingReport report)
    {
        RunState? end = (Status, report.Decision) switch
        {
            (VersionStatus.OnTrial, _) => RunState.OnTrial,
            (VersionStatus.Refused, _) or (_, { Activates: false, Tries: false }) => RunState.Refused,
            (VersionStatus.InService or VersionStatus.Retired, _) => RunState.Activated,
            // Meant for service or a trial, and never seen there.
            (VersionStatus.Published, { Tries: true }) => RunState.Refused,
            (VersionStatus.Published, _) => RunState.Failed,
            _ => null,
        };
        return end is { } state
            ? new TrainingRun
            {
                Id = report.Run,
                Algorithm = report.Algorithm,
                Version = Key.Version,
                Trigger = report.Trigger,
                QueuedAt = report.StartedAt,
                Report = report,
                // The manifest of what was refused at once says so.
                WasOnTrial = Status == VersionStatus.OnTrial || (Status == VersionStatus.Refused && Refusal is null),
                State = state,
            }
            : null;
    }

    private VersionStatus FindStatus(AlgorithmVersions versions)
    {
        var version = Key.Version;
        if (IsInService)
            return VersionStatus.InService;
        if (Problem is not null)
            return VersionStatus.Unavailable;
        if (ShadowSince is not null)
            return versions.OnShadow?.By == Trials.By ? VersionStatus.OnTrial : VersionStatus.OnShadow;
        if (versions.Activations.Any(activation => activation.To == version || activation.From == version))
            return VersionStatus.Retired;
        return Refusal is not null || versions.WasOnShadow(version, Trials.By) ? VersionStatus.Refused : VersionStatus.Published;
    }
}
