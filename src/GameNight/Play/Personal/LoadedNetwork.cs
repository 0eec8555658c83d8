using GameNight.Observations.Store;
using GameNight.Training.Examples;
using GameNight.Training.Personal;

namespace GameNight.Play.Personal;

/// <summary>The network that the players' own contestants are over, as it is in service. Holds native memory until disposed.</summary>
/// <param name="Version">The version of <c>personal</c> that it belongs to.</param>
/// <param name="Encoder">The network with what each player begins with.</param>
internal sealed record LoadedNetwork(string Version, PersonalEncoder Encoder) : IDisposable
{
    /// <summary>A labelled observation, as a player's own classifier learns it.</summary>
    public (Guid Id, PersonalExample Example) ExampleOf(Observation observation)
    {
        var example = new TrainingExample(
            observation.Id, observation.Player, observation.Ink, observation.Image, observation.Label!.Digit);
        return (observation.Id, Encoder.Of(example));
    }

    public void Dispose() => Encoder.Dispose();
}
