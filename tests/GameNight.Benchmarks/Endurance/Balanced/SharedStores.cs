using GameNight.Tests;

namespace GameNight.Benchmarks.Endurance.Balanced;

/// <summary>The servers of a table and a bucket on this machine.</summary>
/// <param name="tests">The folder of the tests, which have them.</param>
/// <param name="folder">Where the bucket is kept.</param>
internal sealed class SharedStores(string tests, string folder) : IAsyncDisposable
{
    private readonly NodeServer _table = new(Path.Combine(tests, "Observations", "dynamodb-server.js"), "");
    private readonly NodeServer _bucket = new(
        Path.Combine(tests, "Models", "s3-server.js"), Path.Combine(folder, "buckets"), "--openssl-legacy-provider");

    /// <summary>The settings of a game that uses them.</summary>
    public string[] Settings =>
    [
        "--GameNight:Store:Provider=DynamoDb", $"--GameNight:Store:DynamoDb:ServiceUrl=http://127.0.0.1:{_table.Port}",
        "--GameNight:Registry:Provider=S3", $"--GameNight:Registry:S3:ServiceUrl=http://127.0.0.1:{_bucket.Port}",
        "--GameNight:Registry:S3:Bucket=models",
    ];

    public Task StartAsync() => Task.WhenAll(_table.StartAsync(), _bucket.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await _table.StopAsync();
        await _bucket.StopAsync();
    }
}
