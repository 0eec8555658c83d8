namespace GameNight.Models;

/// <summary>The versions of one algorithm, and which of them was in service when.</summary>
public sealed class AlgorithmVersions
{
    private readonly IReadOnlyList<ModelKey> _shipped;
    private readonly IReadOnlyList<Activation> _log;

    /// <param name="algorithm">The algorithm's id.</param>
    /// <param name="shipped">The versions that ship with the game.</param>
    /// <param name="published">The versions that this game published.</param>
    /// <param name="log">The algorithm's entries of the log, in order.</param>
    public AlgorithmVersions(
        string algorithm, IReadOnlyList<ModelKey> shipped, IReadOnlyList<ModelKey> published, IReadOnlyList<Activation> log)
    {
        (Algorithm, _shipped, _log) = (algorithm, shipped, log);
        Activations = [.. log.Where(entry => entry.Shadow is null)];
        Versions =
        [
            .. shipped.Concat(published)
                .OrderByDescending(key => key.Number).ThenByDescending(key => key.Version, StringComparer.Ordinal),
        ];
    }

    public string Algorithm { get; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ModelKey> Versions { get; }

    /// <summary>The changes of the version in service, oldest first.</summary>
    public IReadOnlyList<Activation> Activations { get; }

    /// <summary>
    /// The version that should be in service: the one activated last that still exists, else the newest that ships; null where there
    /// is neither.
    /// </summary>
    public string? Active => Activations.LastOrDefault(activation => Has(activation.To))?.To ?? NewestShipped;

    /// <summary>The version that should be on shadow; null for none. Never the one that is <see cref="Active"/>.</summary>
    public ShadowVersion? OnShadow =>
        ShadowVersion.After(_log) is { } shadow && shadow.Version != Active && Has(shadow.Version) ? shadow : null;

    /// <summary>
    /// The number of the next version: greater than that of any version that exists or ever was in service or on shadow, so that a
    /// number in a recorded guess always means the same model.
    /// </summary>
    public int NextNumber => checked(1 + Versions.Select(key => key.Number)
        .Concat(_log.Select(entry => new ModelKey(Algorithm, entry.Shadow?.Version ?? entry.To).Number))
        .DefaultIfEmpty().Max());

    private string? NewestShipped => Versions.FirstOrDefault(IsShipped)?.Version;

    public bool Contains(ModelKey key) => Versions.Contains(key);

    public bool IsShipped(ModelKey key) => _shipped.Contains(key);

    /// <summary>The version that was in service at a time; null where none was.</summary>
    public string? ActiveAt(DateTimeOffset time) =>
        Activations.LastOrDefault(activation => activation.At <= time) is { } last ? last.To
        : Activations is [{ } first, ..] ? first.From
        : NewestShipped;

    /// <summary>Whether a version is or was on shadow.</summary>
    /// <param name="version">The version.</param>
    /// <param name="by">Who put it there; null for anybody.</param>
    public bool WasOnShadow(string version, string? by = null) =>
        _log.Any(entry => entry.Shadow?.Version == version && (by is null || entry.By == by));

    private bool Has(string version) => Versions.Any(key => key.Version == version);
}
