using GameNight.Shell;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Observations;

/// <summary>RECORD: where plays are kept.</summary>
public static class ObservationsFeature
{
    /// <param name="services">Gets the one <see cref="IObservationStore"/> of this copy, and its <see cref="IDocumentStore"/>.</param>
    /// <param name="dataFolder">Where this copy keeps its own state. It is made when the first observation is kept.</param>
    public static IServiceCollection AddSqliteObservations(this IServiceCollection services, string dataFolder) =>
        services
            .AddSingleton<IObservationStore>(provider => new SqliteObservationStore(dataFolder, provider.GetRequiredService<ILogger<SqliteObservationStore>>()))
            .AddSingleton<IDocumentStore>(provider => new SqliteDocumentStore(dataFolder, provider.GetRequiredService<ILogger<SqliteDocumentStore>>()));

    /// <summary>The store that these settings name, for commands. The caller disposes it.</summary>
    public static SqliteObservationStore Open(GameOptions options) => new(options.DataFolder, NullLogger<SqliteObservationStore>.Instance);
}
