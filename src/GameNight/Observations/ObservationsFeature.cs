using GameNight.Observations.DynamoDb;
using GameNight.Observations.Outbox;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Observations.Transfer;
using GameNight.Storage;
using GameNight.Storage.DynamoDb;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Observations;

/// <summary>Registers the stores of observations and documents, and maps the endpoints that give observations out.</summary>
public static class ObservationsFeature
{
    /// <summary>
    /// Adds the stores of a game. Where a DynamoDB table is the store, observations reach it through an outbox on the disk.
    /// </summary>
    public static void AddObservations(this IServiceCollection services, StoreOptions options)
    {
        services.AddStores(options);
        services.AddSingleton<Backlog>();
        services.AddHealthChecks().AddCheck<BacklogCheck>("backlog");
        if (options.Table is not { } table)
            return;
        services.AddSingleton(provider => new DynamoDbObservationStore(OpenTable(table, provider.GetRequiredService<ILoggerFactory>())));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<OutboxFile>(provider, options.DataFolder));
        services.AddSingleton<IObservationStore>(provider =>
            ActivatorUtilities.CreateInstance<OutboxObservationStore>(provider, provider.GetRequiredService<DynamoDbObservationStore>()));
        services.AddHostedService(provider =>
            ActivatorUtilities.CreateInstance<OutboxDrain>(provider, provider.GetRequiredService<DynamoDbObservationStore>()));
    }

    /// <summary>Adds the stores of a command, which writes to the table without an outbox.</summary>
    public static void AddStores(this IServiceCollection services, StoreOptions options)
    {
        services.AddSingleton(provider => OpenObservations(options, provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton(provider => OpenDocuments(options, provider.GetRequiredService<ILoggerFactory>()));
    }

    public static void MapObservations(this RouteGroupBuilder api) => ObservationEndpoints.Map(api);

    /// <summary>Opens the observations alone, for a command. The caller disposes the store if it is disposable.</summary>
    public static IObservationStore Open(StoreOptions options) => OpenObservations(options, NullLoggerFactory.Instance);

    private static IObservationStore OpenObservations(StoreOptions options, ILoggerFactory log) => options.Table is null
        ? new SqliteObservationStore(options.DataFolder, log.CreateLogger<SqliteObservationStore>())
        : new DynamoDbObservationStore(OpenTable(options.Table, log));

    private static IDocumentStore OpenDocuments(StoreOptions options, ILoggerFactory log) => options.Table is null
        ? new SqliteDocumentStore(options.DataFolder, log.CreateLogger<SqliteDocumentStore>())
        : new DynamoDbDocumentStore(OpenTable(options.Table, log));

    // In real time, whatever clock is registered: on a simulated one, whose timers never fire, a retry would wait for ever.
    private static DynamoDbTable OpenTable(DynamoDbOptions options, ILoggerFactory log) =>
        new(options.Connect(), options, TimeProvider.System, log.CreateLogger<DynamoDbTable>());
}
