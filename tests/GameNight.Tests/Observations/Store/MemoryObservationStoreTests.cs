using GameNight.Observations.Store;

namespace GameNight.Tests.Observations.Store;

public sealed class MemoryObservationStoreTests : ObservationStoreContract
{
    protected override Task<IObservationStore> CreateAsync() => Task.FromResult<IObservationStore>(new MemoryObservationStore());
}
