using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using GameNight.Configuration;

namespace GameNight.Storage.DynamoDb;

/// <summary>The table and its database. The AWS SDK finds the credentials: in the environment, a profile or a role.</summary>
/// <param name="TableName">The table, which is created when it is first needed and missing.</param>
/// <param name="ServiceUrl">A server other than Amazon's; null for Amazon's in <paramref name="Region"/>.</param>
/// <param name="Region">The table's region, such as <c>eu-central-1</c>; null only with a server other than Amazon's.</param>
public sealed record DynamoDbOptions(string TableName, Uri? ServiceUrl, string? Region)
{
    public const string DefaultTableName = "ml-game-observations";

    // Short enough that players and hosts learn that the database cannot be reached while they still wait.
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(10);

    /// <summary>The database's address or Amazon's region, for messages.</summary>
    public string Place => ServiceUrl is { } url ? url.GetLeftPart(UriPartial.Authority) : $"Amazon in {Region}";

    /// <param name="settings">The settings of the game.</param>
    /// <param name="isWanted">Whether the table is the store, so that its server or region must be set.</param>
    public static DynamoDbOptions Read(SettingsReader settings, bool isWanted)
    {
        var url = settings.TakeAddress("Store:DynamoDb:ServiceUrl", "http://localhost:8000");
        var region = settings.TakeWord("Store:DynamoDb:Region", "a region such as eu-central-1") ?? settings.DefaultRegion;
        var table = settings.Take("Store:DynamoDb:TableName", IsTable, "3 to 255 letters, digits, dots, hyphens and underscores");
        if (isWanted && url is null && region is null)
            settings.ReportMissing("Store:DynamoDb:Region", "the store is to be DynamoDb, and neither a ServiceUrl nor AWS_REGION is set");
        return new DynamoDbOptions(table ?? DefaultTableName, url, region);
    }

    /// <summary>
    /// The client's configuration. A request that is throttled or lost is sent up to three times more, after a longer pause each
    /// time, within about seven seconds.
    /// </summary>
    public AmazonDynamoDBConfig ToConfig()
    {
        var config = new AmazonDynamoDBConfig
        {
            ConnectTimeout = ConnectTimeout,
            Timeout = ResponseTimeout,
            RetryMode = RequestRetryMode.Standard,
            MaxErrorRetry = 3,
        };
        if (ServiceUrl is null)
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(Region);
        else
            (config.ServiceURL, config.AuthenticationRegion) = (ServiceUrl.ToString(), Region ?? "us-east-1");
        return config;
    }

    /// <summary>Makes a client, which connects with the first request. One is enough for the whole process.</summary>
    public IAmazonDynamoDB Connect() => new AmazonDynamoDBClient(ToConfig());

    private static bool IsTable(string value) =>
        value.Length is >= 3 and <= 255 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
