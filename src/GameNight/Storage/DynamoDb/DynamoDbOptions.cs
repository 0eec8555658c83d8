using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using GameNight.Configuration;

namespace GameNight.Storage.DynamoDb;

/// <summary>Which table, and where. The credentials are those that the AWS SDK finds: environment, profile, role.</summary>
/// <param name="TableName">Made when it is first needed and not there.</param>
/// <param name="ServiceUrl">A server that is not Amazon's; null for Amazon's in <paramref name="Region"/>.</param>
/// <param name="Region">Of the table, <c>eu-central-1</c> for example.</param>
public sealed record DynamoDbOptions(string TableName, Uri? ServiceUrl, string? Region)
{
    public const string DefaultTableName = "ml-game-observations";

    /// <summary>A database that is away is found to be so before anybody gives up waiting.</summary>
    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Answering = TimeSpan.FromSeconds(10);

    /// <summary>For messages: the database's address, or Amazon's region.</summary>
    public string Place => ServiceUrl is { } url ? url.GetLeftPart(UriPartial.Authority) : $"Amazon in {Region}";

    /// <param name="settings">The game's.</param>
    /// <param name="isWanted">Whether the table is the store, so that its place must be set.</param>
    public static DynamoDbOptions Read(SettingsReader settings, bool isWanted)
    {
        var url = settings.TakeAddress("Store:DynamoDb:ServiceUrl", "http://localhost:8000");
        var region = settings.TakeWord("Store:DynamoDb:Region", "a region such as eu-central-1") ?? settings.DefaultRegion;
        var table = settings.Take("Store:DynamoDb:TableName", IsTable, "3 to 255 letters, digits, dots, hyphens and underscores");
        if (isWanted && url is null && region is null)
            settings.ReportMissing("Store:DynamoDb:Region", "the store is to be DynamoDb, and neither a ServiceUrl nor AWS_REGION is set");
        return new DynamoDbOptions(table ?? DefaultTableName, url, region);
    }

    /// <summary>How the client speaks to the server. What is throttled or lost is sent again three times, later each time, within about seven seconds.</summary>
    public AmazonDynamoDBConfig ToConfig()
    {
        var config = new AmazonDynamoDBConfig { ConnectTimeout = Connecting, Timeout = Answering, RetryMode = RequestRetryMode.Standard, MaxErrorRetry = 3 };
        if (ServiceUrl is null)
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(Region);
        else
            (config.ServiceURL, config.AuthenticationRegion) = (ServiceUrl.ToString(), Region ?? "us-east-1");
        return config;
    }

    /// <summary>Connects with the first request. The caller keeps it as long as the process runs.</summary>
    public IAmazonDynamoDB Connect() => new AmazonDynamoDBClient(ToConfig());

    private static bool IsTable(string value) =>
        value.Length is >= 3 and <= 255 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
