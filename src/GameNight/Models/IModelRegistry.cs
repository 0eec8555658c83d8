namespace GameNight.Models;

/// <summary>
/// Where this game's own versions are kept, and the log of what went into service. Versions are written once and whole;
/// nothing but the log ever changes. Every failure of what lies behind it is a <see cref="ModelRegistryException"/>.
/// </summary>
public interface IModelRegistry
{
    /// <summary>Every complete version, in no order.</summary>
    Task<IReadOnlyList<ModelKey>> ListAsync(CancellationToken cancellation);

    /// <summary>One file of a version.</summary>
    /// <exception cref="InvalidModelException">The version has no such file.</exception>
    Task<byte[]> ReadAsync(ModelKey key, string file, CancellationToken cancellation);

    /// <summary>The size of the model file in bytes; null where there is none.</summary>
    Task<long?> SizeAsync(ModelKey key, CancellationToken cancellation);

    /// <summary>Writes a version: afterwards it is complete, or, whatever happens, absent.</summary>
    /// <param name="key">The version.</param>
    /// <param name="files">All its files, the manifest last.</param>
    /// <param name="cancellation">Leaves nothing behind.</param>
    /// <returns>False where there is such a version already; it is left as it is.</returns>
    Task<bool> TryPublishAsync(ModelKey key, IReadOnlyList<ModelFile> files, CancellationToken cancellation);

    /// <summary>Removes a version. One that is not there is gone already.</summary>
    Task DeleteAsync(ModelKey key, CancellationToken cancellation);

    /// <summary>The part of the log after a number, in order.</summary>
    Task<IReadOnlyList<Activation>> ReadLogAsync(int after, CancellationToken cancellation);

    /// <summary>Adds to the end of the log, at once and for everybody.</summary>
    /// <returns>False where another has the number already; the log is left as it is.</returns>
    Task<bool> TryAppendAsync(Activation activation, CancellationToken cancellation);
}
