using GameNight.Identity.Erasure;

namespace GameNight.Tests.Observations.Erasure;

/// <summary>Notes what it is asked to erase, and does something the first time.</summary>
internal sealed class ErasureProbe : IErasable
{
    public List<ErasureScope> Scopes { get; } = [];

    public Func<Task> ErasingFirst { get; init; } = () => Task.CompletedTask;

    public async Task EraseAsync(ErasureScope scope, CancellationToken cancellation)
    {
        Scopes.Add(scope);
        if (Scopes.Count == 1)
            await ErasingFirst();
    }
}
