using GameNight.Training.Personal;

namespace GameNight.Play.Personal;

/// <summary>The network that the players' own contestants are over, as it is in service. Holds native memory until disposed.</summary>
/// <param name="Version">The version of <c>personal</c> that it belongs to.</param>
/// <param name="Encoder">The network with what each player begins with.</param>
internal sealed record LoadedNetwork(string Version, PersonalEncoder Encoder) : IDisposable
{
    public void Dispose() => Encoder.Dispose();
}
