using System.Diagnostics;
using System.Globalization;
using GameNight.Storage.DynamoDb;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Observations.DynamoDb;

/// <summary>A DynamoDB server of the tests' own, as a process; or the one that GAMENIGHT_TEST_DYNAMODB names.</summary>
public class DynamoDbServer : IAsyncLifetime
{
    private static readonly string? Given = Environment.GetEnvironmentVariable("GAMENIGHT_TEST_DYNAMODB");

    private Process? _node;

    static DynamoDbServer()
    {
        // Signed with anything it answers. The same as for S3, whose server is particular.
        if (Given is not null)
            return;
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "S3RVER");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "S3RVER");
    }

    /// <summary>Whether it is another one, which may count units in its own way.</summary>
    public static bool IsGiven => Given is not null;

    /// <summary>Where it keeps what it keeps; null for nowhere.</summary>
    protected virtual string? Folder => null;

    /// <summary>Where it listens, or will listen when it is started again.</summary>
    public int Port { get; private set; }

    /// <summary>A table that nobody else uses.</summary>
    public DynamoDbOptions NewOptions() => new($"game-night-test-{Guid.NewGuid():N}", new Uri(Given ?? $"http://127.0.0.1:{Port}"), Region: null);

    public static DynamoDbTable Open(DynamoDbOptions options) => new(options.Connect(), options, TimeProvider.System, NullLogger.Instance);

    /// <summary>Also after <see cref="StopAsync"/>, at the same port.</summary>
    public async Task InitializeAsync()
    {
        if (Given is not null)
            return;
        _node = Process.Start(new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "Observations", "dynamodb-server.js"), Folder ?? "", $"{Port}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Port = int.Parse(await _node.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("dynalite did not start."), CultureInfo.InvariantCulture);
    }

    /// <summary>It is gone; what it kept in its folder stays.</summary>
    public async Task StopAsync()
    {
        if (_node is null)
            return;
        _node.StandardInput.Close();
        await _node.WaitForExitAsync();
        _node.Dispose();
        _node = null;
    }

    public virtual Task DisposeAsync() => StopAsync();
}
