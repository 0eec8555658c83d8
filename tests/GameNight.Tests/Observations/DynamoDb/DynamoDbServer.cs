using GameNight.Storage.DynamoDb;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Observations.DynamoDb;

/// <summary>A DynamoDB server for the tests: dynalite as a process, or the server whose URL GAMENIGHT_TEST_DYNAMODB is.</summary>
public class DynamoDbServer : IAsyncLifetime
{
    private static readonly string? Given = Environment.GetEnvironmentVariable("GAMENIGHT_TEST_DYNAMODB");

    private NodeServer? _node;

    static DynamoDbServer()
    {
        // dynalite accepts any credentials; s3rver, in the same test process, only these.
        if (Given is not null)
            return;
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "S3RVER");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "S3RVER");
    }

    /// <summary>Whether GAMENIGHT_TEST_DYNAMODB names the server, which may count capacity in its own way.</summary>
    public static bool IsGiven => Given is not null;

    /// <summary>The folder of its tables; null to keep them in memory.</summary>
    protected virtual string? Folder => null;

    /// <summary>The port on which it listens, the same again after a restart.</summary>
    public int Port => Node.Port;

    // Made late, because derived servers have folders of their own.
    private NodeServer Node => _node ??= new NodeServer(Path.Combine("Observations", "dynamodb-server.js"), Folder ?? "");

    /// <summary>Names a new table.</summary>
    public DynamoDbOptions NewOptions() =>
        new($"game-night-test-{Guid.NewGuid():N}", new Uri(Given ?? $"http://127.0.0.1:{Port}"), Region: null);

    public static DynamoDbTable Open(DynamoDbOptions options) => new(options.Connect(), options, TimeProvider.System, NullLogger.Instance);

    /// <summary>Starts the server, after <see cref="StopAsync"/> at the same port.</summary>
    public Task InitializeAsync() => IsGiven ? Task.CompletedTask : Node.StartAsync();

    /// <summary>Ends the process. The tables in its folder stay.</summary>
    public Task StopAsync() => Node.StopAsync();

    public virtual Task DisposeAsync() => StopAsync();
}
