using GameNight.Observations.DynamoDb;
using GameNight.Observations.Outbox;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Storage;
using GameNight.Storage.DynamoDb;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Observations;

/// <summary>RECORD: where plays are kept.</summary>
public static class ObservationsFeature
{
    /// <param name="services">Gets the one <see cref="IObservationStore"/> of this copy, its <see cref="IDocumentStore"/> and its <see cref="Backlog"/>.</param>
    /// <param name="dataFolder">Where this copy keeps its own state. It is made when the first observation is kept.</param>
    /// <param name="table">The table that several copies share; null for SQLite in the data folder.</param>
    public static void AddObservations(this IServiceCollection services, string dataFolder, DynamoDbOptions? table)
    {
        services.AddSingleton<Backlog>();
        services.AddSingleton(provider => OpenDocuments(dataFolder, table, provider.GetRequiredService<ILoggerFactory>()));
        if (table is null)
        {
            services.AddSingleton(provider => OpenObservations(dataFolder, table, provider.GetRequiredService<ILoggerFactory>()));
            return;
        }

        services.AddSingleton(provider => new DynamoDbObservationStore(OpenTable(table, provider.GetRequiredService<ILoggerFactory>())));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<OutboxFile>(provider, dataFolder));
        services.AddSingleton<IObservationStore>(provider => ActivatorUtilities.CreateInstance<OutboxObservationStore>(provider, provider.GetRequiredService<DynamoDbObservationStore>()));
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<OutboxDrain>(provider, provider.GetRequiredService<DynamoDbObservationStore>()));
    }

    /// <summary>The observations that these settings name, for commands: what is written goes to the table without an outbox.</summary>
    public static IObservationStore OpenObservations(string dataFolder, DynamoDbOptions? table, ILoggerFactory log) => table is null
        ? new SqliteObservationStore(dataFolder, log.CreateLogger<SqliteObservationStore>())
        : new DynamoDbObservationStore(OpenTable(table, log));

    /// <summary>The same for a command. The caller disposes it.</summary>
    public static IObservationStore Open(string dataFolder, DynamoDbOptions? table) => OpenObservations(dataFolder, table, NullLoggerFactory.Instance);

    /// <summary>The documents that these settings name, for the server and for commands alike.</summary>
    public static IDocumentStore OpenDocuments(string dataFolder, DynamoDbOptions? table, ILoggerFactory log) => table is null
        ? new SqliteDocumentStore(dataFolder, log.CreateLogger<SqliteDocumentStore>())
        : new DynamoDbDocumentStore(OpenTable(table, log));

    private static DynamoDbTable OpenTable(DynamoDbOptions options, ILoggerFactory log) =>
        new(options.Connect(), options, TimeProvider.System, log.CreateLogger<DynamoDbTable>());
}
