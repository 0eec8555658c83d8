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
}
