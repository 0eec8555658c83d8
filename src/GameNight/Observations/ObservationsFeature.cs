using GameNight.Identity.Erasure;
using GameNight.Observations.DynamoDb;
using GameNight.Observations.Erasure;
using GameNight.Observations.Outbox;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Observations.Transfer;
using GameNight.Storage;
using GameNight.Storage.DynamoDb;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GameNight.Observations;

/// <summary>Registers the stores of observations and documents, and maps the endpoints that give observations out.</summary>
public static class ObservationsFeature
{
    /// <summary>
    /// Adds the stores of a game. Where a DynamoDB table is the store, observations reach it through an outbox on the disk.
    /// </summary>
    public static void AddObservations(this IServiceCollection services, StoreOptions options)
    {
        services.TryAddSingleton<Backlog>();
        services.AddHealthChecks().AddCheck<BacklogCheck>("backlog");
        services.AddStores(options);
        services.AddHostedService<ErasureService>();
        if (options.Table is null)
        {
            services.AddSingleton(provider =>
                ActivatorUtilities.CreateInstance<StoreSignal>(provider, options.DataFolder, SqliteObservationStore.FileName));
            return;
        }

        services.AddSingleton<IObservationStore>(provider =>
            ActivatorUtilities.CreateInstance<OutboxObservationStore>(provider, provider.GetRequiredService<ErasureGuard>()));
        services.AddHostedService(provider =>
            ActivatorUtilities.CreateInstance<OutboxDrain>(provider, provider.GetRequiredService<ErasureGuard>()));
    }

    /// <summary>Adds the stores of a command, which writes to the table without an outbox.</summary>
    public static void AddStores(this IServiceCollection services, StoreOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(provider => new Retention(options.Retain, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Erasures>();
        services.AddSingleton<ErasureSweep>();
        services.AddSingleton<IObservationStore>(provider => provider.GetRequiredService<ErasureGuard>());
        if (options.Table is { } table)
        {
            services.AddTable(table);
            services.AddSingleton(provider => Guard(provider, provider.GetRequiredService<DynamoDbObservationStore>()));
            services.TryAddSingleton<Backlog>();
            services.AddSingleton(provider => ActivatorUtilities.CreateInstance<OutboxFile>(provider, options.DataFolder));
            services.AddSingleton<IErasable>(provider => provider.GetRequiredService<OutboxFile>());
            return;
        }

        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SqliteObservationStore>(provider, options.DataFolder));
        services.AddSingleton(provider => Guard(provider, provider.GetRequiredService<SqliteObservationStore>()));
        services.AddSingleton<IDocumentStore>(provider =>
            ActivatorUtilities.CreateInstance<SqliteDocumentStore>(provider, options.DataFolder));
    }

    public static void MapObservations(this RouteGroupBuilder api) => ObservationEndpoints.Map(api);

    /// <summary>Opens the stores alone, for a command. They are closed with the provider.</summary>
    public static ServiceProvider Open(StoreOptions options)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddStores(options);
        return services.BuildServiceProvider();
    }

    private static ErasureGuard Guard(IServiceProvider provider, IObservationStore store) =>
        ActivatorUtilities.CreateInstance<ErasureGuard>(provider, store);

    private static void AddTable(this IServiceCollection services, DynamoDbOptions options)
    {
        // In real time, whatever clock is registered: on a simulated one, whose timers never fire, a retry would wait for ever.
        services.AddSingleton(provider => new DynamoDbTable(
            options.Connect(), options, TimeProvider.System, provider.GetRequiredService<ILogger<DynamoDbTable>>()));
        services.AddSingleton<DynamoDbObservationStore>();
        services.AddSingleton<IDocumentStore, DynamoDbDocumentStore>();
    }
}
