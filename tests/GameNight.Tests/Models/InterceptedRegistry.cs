using GameNight.Models;

namespace GameNight.Tests.Models;

/// <summary>A registry that lets a test do something, or fail, right before and after a call.</summary>
internal sealed class InterceptedRegistry(IModelRegistry registry) : IModelRegistry
{
    /// <summary>Gets the name of the call and the algorithm that it is about, which is empty where it is about all.</summary>
    public Func<string, string, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <inheritdoc cref="Before"/>
    public Func<string, string, Task> After { get; set; } = (_, _) => Task.CompletedTask;

    public Task<IReadOnlyList<ModelKey>> ListAsync(CancellationToken cancellation) =>
        CallAsync(nameof(ListAsync), "", () => registry.ListAsync(cancellation));

    public Task<byte[]> ReadAsync(ModelKey key, string file, CancellationToken cancellation) =>
        CallAsync(nameof(ReadAsync), key.Algorithm, () => registry.ReadAsync(key, file, cancellation));

    public Task<long?> SizeAsync(ModelKey key, CancellationToken cancellation) =>
        CallAsync(nameof(SizeAsync), key.Algorithm, () => registry.SizeAsync(key, cancellation));

    public Task<bool> TryPublishAsync(ModelKey key, IReadOnlyList<ModelFile> files, CancellationToken cancellation) =>
        CallAsync(nameof(TryPublishAsync), key.Algorithm, () => registry.TryPublishAsync(key, files, cancellation));

    public Task DeleteAsync(ModelKey key, CancellationToken cancellation) => registry.DeleteAsync(key, cancellation);

    public Task<IReadOnlyList<Activation>> ReadLogAsync(int after, CancellationToken cancellation) =>
        CallAsync(nameof(ReadLogAsync), "", () => registry.ReadLogAsync(after, cancellation));

    public Task<bool> TryAppendAsync(Activation activation, CancellationToken cancellation) =>
        CallAsync(nameof(TryAppendAsync), activation.Algorithm, () => registry.TryAppendAsync(activation, cancellation));

    private async Task<T> CallAsync<T>(string call, string algorithm, Func<Task<T>> execute)
    {
        await Before(call, algorithm);
        var result = await execute();
        await After(call, algorithm);
        return result;
    }
}
