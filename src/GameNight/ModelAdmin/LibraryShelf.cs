using GameNight.Models;
using GameNight.Recognition.Guessing;

namespace GameNight.ModelAdmin;

/// <summary>One algorithm on the page: its versions, newest first, and what went into service when, latest first.</summary>
public sealed record LibraryShelf(string Algorithm, IReadOnlyList<ListedVersion> Versions, IReadOnlyList<Activation> History)
{
    /// <summary>The version that guesses, here and now.</summary>
    public ListedVersion? InService => Versions.FirstOrDefault(version => version.IsInService);

    /// <summary>The version that guesses without being shown; null for none.</summary>
    public ListedVersion? OnShadow => Versions.FirstOrDefault(version => version.ShadowSince is not null);

    /// <summary>The version that played before it; null where none did, or it is gone.</summary>
    public ListedVersion? Previous => InService is { } now && History.FirstOrDefault(activation => activation.To == now.Key.Version)?.From is { } before
        ? Versions.FirstOrDefault(version => version.Key.Version == before && version != now) : null;

    /// <summary>Whether a version has ever played.</summary>
    public bool HasPlayed(ListedVersion version) => version.Ships || History.Any(activation => activation.To == version.Key.Version || activation.From == version.Key.Version);

    /// <summary>Every algorithm, in the order of the table.</summary>
    /// <exception cref="ModelRegistryException">The registry cannot be read.</exception>
    public static async Task<IReadOnlyList<LibraryShelf>> ReadAsync(ModelLibrary library, Contestants contestants, CancellationToken cancellation)
    {
        var shelves = await library.ReadAsync(cancellation);
        var seated = contestants.All.Select(contestant => contestant.Id).Where(shelves.ContainsKey);
        var read = new List<LibraryShelf>();
        foreach (var id in seated.Concat(shelves.Keys.Order(StringComparer.Ordinal)).Distinct().ToList())
        {
            var versions = new List<ListedVersion>();
            foreach (var key in shelves[id].Versions)
                versions.Add(await ListedVersion.ReadAsync(library, contestants, shelves[id], key, cancellation));
            read.Add(new LibraryShelf(id, versions, [.. shelves[id].Activations.Reverse()]));
        }

        return read;
    }
}
