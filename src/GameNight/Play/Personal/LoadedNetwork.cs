using GameNight.Observations.Store;
using GameNight.Training.Examples;
using GameNight.Training.Personal;

namespace GameNight.Play.Personal;

/// <summary>The network that the players' own contestants are over, as it is in service. Holds native memory until disposed.</summary>
/// <param name="Version">The version of <c>personal</c> that it belongs to.</param>
/// <param name="Encoder">The network with what each player begins with.</param>
internal sealed record LoadedNetwork(string Version, PersonalEncoder Encoder) : IDisposable
{
    // A drawing with its copies takes milliseconds. At a party dozens come each second: one after the other, they leave guesses a core.
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>A labelled observation, as a player's own classifier learns it.</summary>
    public async Task<(Guid Id, PersonalExample Example)> ExampleOfAsync(Observation observation, CancellationToken cancellation)
    {
        var example = new TrainingExample(
            observation.Id, observation.Player, observation.Ink, observation.Image, observation.Label!.Digit);
        await _turn.WaitAsync(cancellation);
        try
        {
            return (observation.Id, Encoder.Of(example));
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _turn.Dispose();
        Encoder.Dispose();
    }
}
