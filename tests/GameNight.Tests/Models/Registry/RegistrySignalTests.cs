using GameNight.Models.Registry;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Models.Registry;

/// <summary>A game notices what another process activates, the first time too.</summary>
public sealed class RegistrySignalTests : IDisposable
{
    private readonly ActivationLog _log = new();

    [Fact]
    public async Task Append_TheFirstAndEveryOther_RaisesTheSignal()
    {
        using var signal = new RegistrySignal(_log.Registry, NullLogger<RegistrySignal>.Instance);
        foreach (var entry in ActivationLog.Entries(3))
        {
            var waiting = signal.WaitAsync(await SettledAsync(signal), TimeProvider.System, default);
            Assert.True(await _log.Open().TryAppendAsync(entry, default));
            // Less than the sweep, which looks although nothing was noticed.
            await waiting.WaitAsync(TimeSpan.FromSeconds(15));
        }
    }

    public void Dispose() => _log.Dispose();

    /// <summary>Lets what was written before be noticed.</summary>
    private static async Task<long> SettledAsync(RegistrySignal signal)
    {
        var before = -1L;
        while (before != signal.Version)
        {
            before = signal.Version;
            await Task.Delay(100);
        }

        return before;
    }
}
