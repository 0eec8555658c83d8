namespace GameNight.Models;

/// <summary>
/// Keeps this game's own versions and the log of activations. A version appears complete and never changes; the log only grows. Safe
/// for concurrent use. Every method throws <see cref="ModelRegistryException"/> when the registry cannot be read or written.
/// </summary>
public interface IModelRegistry
{
    /// <summary>Lists the complete versions, in no particular order.</summary>
    Task<IReadOnlyList<ModelKey>> ListAsync(CancellationToken cancellation);

    /// <summary>Reads a file of a version.</summary>
    /// <exception cref="InvalidModelException">The version has no such file.</exception>
    Task<byte[]> ReadAsync(ModelKey key, string file, CancellationToken cancellation);

    /// <summary>The size of the model file in bytes; null where there is none.</summary>
    Task<long?> SizeAsync(ModelKey key, CancellationToken cancellation);

    /// <summary>Writes a version, which afterwards is complete or, if anything fails, absent.</summary>
    /// <param name="key">The version.</param>
    /// <param name="files">All its files, the manifest last.</param>
    /// <param name="cancellation">Ends the write and leaves nothing behind.</param>
    /// <returns>False where there is such a version already, or is about to be; nothing was written.</returns>
    Task<bool> TryPublishAsync(ModelKey key, IReadOnlyList<ModelFile> files, CancellationToken cancellation);

    /// <summary>Removes a version. Where there is none, nothing happens.</summary>
    Task DeleteAsync(ModelKey key, CancellationToken cancellation);

    /// <summary>Reads the entries of the log after a number, in order; from the start for 0.</summary>
    Task<IReadOnlyList<Activation>> ReadLogAsync(int after, CancellationToken cancellation);

    /// <summary>Appends an entry to the log, in one step that every process sees.</summary>
    /// <returns>False where another entry has the number already; nothing was appended.</returns>
    Task<bool> TryAppendAsync(Activation activation, CancellationToken cancellation);
}
