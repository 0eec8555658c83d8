using GameNight.Configuration;
using GameNight.Storage.DynamoDb;

namespace GameNight.Observations;

/// <summary>Where observations and documents are kept.</summary>
/// <param name="DataFolder">The folder of the database file, or of the outbox where a table is the store.</param>
/// <param name="Table">The DynamoDB table that several games share; null for SQLite in the data folder.</param>
public sealed record StoreOptions(string DataFolder, DynamoDbOptions? Table)
{
    /// <summary>How long drawings are kept; null for as long as nobody deletes them.</summary>
    public TimeSpan? Retain { get; init; }

    public static StoreOptions Read(SettingsReader settings, GameFolders folders)
    {
        var isTable = settings.Take("Store:Provider", provider => provider is "Sqlite" or "DynamoDb", "Sqlite or DynamoDb") == "DynamoDb";
        // The table's settings are checked even where SQLite is the provider.
        var table = DynamoDbOptions.Read(settings, isTable);
        var days = settings.TakeNumber("Observations:RetainDays", 1, 36_500);
        return new StoreOptions(folders.Data, isTable ? table : null)
        {
            Retain = days is { } kept ? TimeSpan.FromDays(kept) : null,
        };
    }
}
