using GameNight.Models;
using GameNight.Recognition.Deployment;
using GameNight.Training.Rookie;

namespace GameNight.Rookie;

/// <summary>Begins a new rookie: a version that knows nothing, and learns only what is answered from now on.</summary>
public sealed class RookieReset(ModelLibrary library, ModelDeployment deployment)
{
    /// <param name="by">Who wants it, for the activation log.</param>
    /// <param name="cancellation">Ends it before the new rookie is in service.</param>
    /// <returns>The activation. Earlier rookies stay in the library, and go on when they are activated again.</returns>
    /// <exception cref="InvalidModelException">The rookie that ships cannot be read.</exception>
    /// <exception cref="ModelRegistryException">The registry cannot be read or written.</exception>
    public async Task<Activation> BeginAsync(string by, CancellationToken cancellation)
    {
        var shipped = await library.ReadShippedAsync(RookieNetwork.Algorithm, cancellation);
        var model = await library.ReadModelAsync(shipped, cancellation);
        var published = await library.PublishAsync(new ModelPackage(shipped, model), cancellation);
        return await deployment.ActivateAsync(
            new ModelKey(published.Algorithm, published.Version), by, "a new rookie begins", cancellation);
    }
}
