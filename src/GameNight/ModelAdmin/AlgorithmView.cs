using GameNight.Models;
using GameNight.Recognition.Guessing;

namespace GameNight.ModelAdmin;

/// <summary>One algorithm on the page: its versions, newest first, and what went into service when, latest first.</summary>
public sealed record AlgorithmView(string Algorithm, IReadOnlyList<VersionView> Versions, IReadOnlyList<Activation> History)
{
    /// <summary>The version that guesses, here and now.</summary>
    public VersionView? InService => Versions.FirstOrDefault(version => version.IsInService);

    /// <summary>The version that guesses without being shown; null for none.</summary>
    public VersionView? OnShadow => Versions.FirstOrDefault(version => version.ShadowSince is not null);

    /// <summary>The version that played before it; null where none did, or it is gone.</summary>
    public VersionView? Previous => InService is { } now && History.FirstOrDefault(activation => activation.To == now.Key.Version)?.From is { } before
        ? Versions.FirstOrDefault(version => version.Key.Version == before && version != now) : null;

    /// <summary>Whether a version has ever played.</summary>
    public bool HasPlayed(VersionView version) => version.Ships || History.Any(activation => activation.To == version.Key.Version || activation.From == version.Key.Version);

    /// <summary>Every algorithm, in the order of the table.</summary>
    /// <exception cref="ModelRegistryException">The registry cannot be read.</exception>
    public static async Task<IReadOnlyList<AlgorithmView>> ReadAsync(ModelLibrary library, Contestants contestants, CancellationToken cancellation)
    {
        var shelves = await library.ReadAsync(cancellation);
        var seated = contestants.All.Select(contestant => contestant.Id).Where(shelves.ContainsKey);
        var read = new List<AlgorithmView>();
        foreach (var id in seated.Concat(shelves.Keys.Order(StringComparer.Ordinal)).Distinct().ToList())
        {
            var versions = new List<VersionView>();
            foreach (var key in shelves[id].Versions)
                versions.Add(await VersionView.ReadAsync(library, contestants, shelves[id], key, cancellation));
            read.Add(new AlgorithmView(id, versions, [.. shelves[id].Activations.Reverse()]));
        }

        return read;
    }
}
