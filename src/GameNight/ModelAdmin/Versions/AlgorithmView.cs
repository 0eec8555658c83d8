using GameNight.Models;
using GameNight.Recognition.Guessing;

namespace GameNight.ModelAdmin.Versions;

/// <summary>An algorithm on the Models page: its versions, newest first, and its activations, latest first.</summary>
public sealed record AlgorithmView(string Algorithm, IReadOnlyList<VersionView> Versions, IReadOnlyList<Activation> History)
{
    /// <summary>The version that guesses in this game now; null for none.</summary>
    public VersionView? InService => Versions.FirstOrDefault(version => version.IsInService);

    /// <summary>Those that do not guess now, newest first.</summary>
    public IReadOnlyList<VersionView> Others => [.. Versions.Where(version => !version.IsInService)];

    /// <summary>Why no version guesses, or why a newer one could not take over; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>The version on shadow; null for none.</summary>
    public VersionView? OnShadow => Versions.FirstOrDefault(version => version.ShadowSince is not null);

    /// <summary>The version that was in service before; null where none was or it was removed.</summary>
    public VersionView? Previous => InService is { } now
        && History.FirstOrDefault(activation => activation.To == now.Key.Version)?.From is { } before
            ? Versions.FirstOrDefault(version => version.Key.Version == before && version != now)
            : null;

    /// <summary>Whether a version ships or was ever in service.</summary>
    public bool HasPlayed(VersionView version) =>
        version.Ships || History.Any(activation => activation.To == version.Key.Version || activation.From == version.Key.Version);

    /// <summary>Reads every algorithm: those of the contestants in their order, then the others by id.</summary>
    /// <exception cref="ModelRegistryException">The registry cannot be read.</exception>
    public static async Task<IReadOnlyList<AlgorithmView>> ReadAsync(
        ModelLibrary library, Contestants contestants, CancellationToken cancellation)
    {
        var algorithms = await library.ReadAsync(cancellation);
        var present = contestants.All.Select(contestant => contestant.Id).Where(algorithms.ContainsKey);
        var read = new List<AlgorithmView>();
        foreach (var id in present.Concat(algorithms.Keys.Order(StringComparer.Ordinal)).Distinct().ToList())
        {
            var versions = new List<VersionView>();
            foreach (var key in algorithms[id].Versions)
                versions.Add(await VersionView.ReadAsync(library, contestants, algorithms[id], key, cancellation));
            read.Add(new AlgorithmView(id, versions, [.. algorithms[id].Activations.Reverse()])
            {
                Reason = contestants.Find(id)?.Reason,
            });
        }

        return read;
    }
}
