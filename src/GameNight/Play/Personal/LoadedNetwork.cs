using GameNight.Training.Network;

namespace GameNight.Play.Personal;

/// <summary>The network that personal layers are over, as it is in service. Holds native memory until disposed.</summary>
/// <param name="Version">The version of <c>personal</c> that it belongs to.</param>
/// <param name="Layer">Its own last layer, with which each player begins.</param>
/// <param name="Embeddings">The layers before the last one.</param>
internal sealed record LoadedNetwork(string Version, LastLayer Layer, Embeddings Embeddings) : IDisposable
{
    public void Dispose() => Embeddings.Dispose();
}
