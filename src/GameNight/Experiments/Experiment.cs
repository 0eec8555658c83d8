using GameNight.Storage;

namespace GameNight.Experiments;

/// <summary>The mode that the host has set: a document in the store, the same for every process that shares it.</summary>
public sealed class Experiment(IDocumentStore documents)
{
    private const string Collection = "experiment";
    private const string Name = "mode";

    /// <summary>Raised, on any thread, when the mode was set in this process.</summary>
    public event Action? Changed;

    /// <summary>The mode; <see cref="ExperimentMode.Lot"/> until one is set.</summary>
    /// <exception cref="StoreException">The store, or the mode in it, cannot be read.</exception>
    public async Task<ExperimentMode> ReadAsync(CancellationToken cancellation) =>
        (await documents.FindAsync(Collection, Name, cancellation))?.Read<Setting>().Mode ?? ExperimentMode.Lot;

    /// <exception cref="StoreException">The store cannot be written: the mode stays.</exception>
    public async Task SetAsync(ExperimentMode mode, CancellationToken cancellation)
    {
        await documents.ChangeAsync<Setting>(Collection, Name, _ => new Setting(mode), cancellation);
        Changed?.Invoke();
    }

    private sealed record Setting(ExperimentMode Mode);
}
