using GameNight.Models.Registry;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Models.Registry;

/// <summary>A game notices what another process activates, the first time too.</summary>
public sealed class RegistrySignalTests
{
    [Fact]
    public async Task Append_TheFirstAndEveryOther_RaisesTheSignal()
    {
        // Often, because a folder that comes with the first entry would be watched in time more often than not.
        for (var round = 0; round < 12; round++)
        {
            using var log = new ActivationLog();
            using var signal = new RegistrySignal(log.Registry, NullLogger<RegistrySignal>.Instance);
            foreach (var entry in ActivationLog.Entries(2))
            {
                var waiting = signal.WaitAsync(await SettledAsync(signal), TimeProvider.System, default);
                Assert.True(await log.Open().TryAppendAsync(entry, default));
                // Less than the sweep, which looks although nothing was noticed.
                await waiting.WaitAsync(TimeSpan.FromSeconds(15));
            }
        }
    }

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
