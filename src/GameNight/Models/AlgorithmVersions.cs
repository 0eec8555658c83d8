namespace GameNight.Models;

/// <summary>The versions of one algorithm, and what went into service when.</summary>
public sealed class AlgorithmVersions
{
    private readonly IReadOnlyList<ModelKey> _shipped;
    private readonly IReadOnlyList<Activation> _log;

    /// <param name="algorithm">Whose.</param>
    /// <param name="shipped">The versions that ship with the game.</param>
    /// <param name="published">The versions that this game published.</param>
    /// <param name="log">The algorithm's part of the log, in order.</param>
    public AlgorithmVersions(string algorithm, IReadOnlyList<ModelKey> shipped, IReadOnlyList<ModelKey> published, IReadOnlyList<Activation> log)
    {
        (Algorithm, _shipped, _log) = (algorithm, shipped, log);
        Activations = [.. log.Where(entry => entry.Shadow is null)];
        Versions = [.. shipped.Concat(published).OrderByDescending(key => key.Number).ThenByDescending(key => key.Version, StringComparer.Ordinal)];
    }

    public string Algorithm { get; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ModelKey> Versions { get; }

    /// <summary>What went into service, oldest first.</summary>
    public IReadOnlyList<Activation> Activations { get; }

    /// <summary>The version that should be in service: the last one activated that is still there; null where none was and none ships.</summary>
    public string? Active => Activations.LastOrDefault(activation => Versions.Any(key => key.Version == activation.To))?.To ?? NewestShipped;

    /// <summary>The version that should be on shadow; null for none. Never the one that is <see cref="Active"/>.</summary>
    public ShadowVersion? OnShadow => ShadowVersion.After(_log) is { } shadow && shadow.Version != Active && Versions.Any(key => key.Version == shadow.Version) ? shadow : null;

    /// <summary>One more than any number that is on the shelf or ever was in service or on shadow: no number that guessed means two models.</summary>
    public int NextNumber => checked(1 + Versions.Select(key => key.Number)
        .Concat(_log.Select(entry => new ModelKey(Algorithm, entry.Shadow?.Version ?? entry.To).Number)).DefaultIfEmpty().Max());

    private string? NewestShipped => Versions.FirstOrDefault(IsShipped)?.Version;

    public bool IsShipped(ModelKey key) => _shipped.Contains(key);

    /// <summary>The version in service at a time; null where none was.</summary>
    public string? ActiveAt(DateTimeOffset time) =>
        Activations.LastOrDefault(activation => activation.At <= time) is { } held ? held.To
        : Activations is [{ } first, ..] ? first.From
        : NewestShipped;
}
