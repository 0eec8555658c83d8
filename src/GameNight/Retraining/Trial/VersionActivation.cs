using GameNight.Models;
using GameNight.Training.Network;

namespace GameNight.Retraining.Trial;

/// <summary>Puts a version that was learned into service, and a new App network as the players' own network too.</summary>
public sealed partial class VersionActivation(ModelLibrary library, ILogger<VersionActivation> log)
{
    /// <summary>The name that the activation log gives as the one who activated.</summary>
    private const string By = "retrain";

    /// <summary>Puts a version into service in the place of the one that it was compared with.</summary>
    /// <param name="key">The version.</param>
    /// <param name="inPlaceOf">The version that it was compared with.</param>
    /// <param name="why">The reason, for the activation log.</param>
    /// <returns>
    /// Null where another version is in service by now, and nothing was changed; else what went wrong with the players' own, in words,
    /// empty where nothing did.
    /// </returns>
    /// <exception cref="ModelRegistryException">The registry cannot be read or written.</exception>
    public async Task<string?> TryAsync(ModelKey key, string inPlaceOf, string why)
    {
        // Cancelled, it might be in service and reported as not.
        if (await library.TryActivateAsync(key, inPlaceOf, By, why, CancellationToken.None) is null)
            return null;
        return key.Algorithm == AppNetwork.Algorithm ? await ActivatePersonalAsync(key) : "";
    }

    /// <summary>The version is in service: nothing after that may fail, or it would be reported as not having happened.</summary>
    private async Task<string> ActivatePersonalAsync(ModelKey network)
    {
        try
        {
            var manifest = await library.ReadManifestAsync(network, CancellationToken.None);
            var package = new ModelPackage(manifest, await library.ReadModelAsync(manifest, CancellationToken.None));
            var published = await library.PublishAsync(PersonalNetwork.Of(package), CancellationToken.None);
            var why = $"begins as {network.Algorithm} version {network.Version}";
            await library.ActivateAsync(new ModelKey(published.Algorithm, published.Version), By, why, CancellationToken.None);
            return "";
        }
        catch (Exception e)
        {
            LogPersonalNotActivated(e);
            return " The players’ own networks stay where they are; the log has the details.";
        }
    }

    [LoggerMessage(LogLevel.Error, "The new network did not go into service as the players' own; theirs stay where they are")]
    private partial void LogPersonalNotActivated(Exception exception);
}
