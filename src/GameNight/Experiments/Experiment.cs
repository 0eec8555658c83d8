using GameNight.Storage;

namespace GameNight.Experiments;

/// <summary>The mode that the host has set, for all games at one store.</summary>
public sealed class Experiment(IDocumentStore documents)
{
    private const string Collection = "experiment";
    private const string Name = "mode";

    /// <summary>The host has set the mode here. Raised on any thread.</summary>
    public event Action? Changed;

    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<ExperimentMode> ReadAsync(CancellationToken cancellation) =>
        (await documents.FindAsync(Collection, Name, cancellation))?.Read<Setting>().Mode ?? ExperimentMode.Arms;

    /// <exception cref="StoreException">The store cannot be written: the mode stays.</exception>
    public async Task SetAsync(ExperimentMode mode, CancellationToken cancellation)
    {
        await documents.ChangeAsync<Setting>(Collection, Name, _ => new Setting(mode), cancellation);
        Changed?.Invoke();
    }

    private sealed record Setting(ExperimentMode Mode);
}
