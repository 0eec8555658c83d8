using GameNight.Configuration;
using GameNight.Storage.DynamoDb;

namespace GameNight.Observations;

/// <summary>Where observations and documents are kept.</summary>
/// <param name="DataFolder">The folder of the database file, or of the outbox where a table is the store.</param>
/// <param name="Table">The DynamoDB table that several games share; null for SQLite in the data folder.</param>
public sealed record StoreOptions(string DataFolder, DynamoDbOptions? Table)
{
    public static StoreOptions Read(SettingsReader settings, GameFolders folders)
    {
        var isTable = settings.Take("Store:Provider", provider => provider is "Sqlite" or "DynamoDb", "Sqlite or DynamoDb") == "DynamoDb";
        // The table's settings are checked even where SQLite is the provider.
        var table = DynamoDbOptions.Read(settings, isTable);
        return new StoreOptions(folders.Data, isTable ? table : null);
    }
}
