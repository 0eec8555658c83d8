using GameNight.Models;
using GameNight.Models.Registry;

namespace GameNight.Tests.Models.Registry;

/// <summary>
/// An S3 server for the tests: s3rver as a process. Its buckets are <c>models</c> and <c>plain</c>, which ignores conditions.
/// </summary>
public class S3Server : IAsyncLifetime
{
    private NodeServer? _node;

    static S3Server()
    {
        // s3rver accepts only these credentials; the SDK reads them from the environment.
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "S3RVER");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "S3RVER");
    }

    /// <summary>The folder of its buckets, which is deleted in the end.</summary>
    protected virtual string Folder { get; } = Directory.CreateTempSubdirectory("game-night-").FullName;

    /// <summary>The port on which it listens, the same again after a restart.</summary>
    public int Port => Node.Port;

    // s3rver signs the pages of a list with a cipher that Node.js counts as legacy. Made late, because derived servers have folders of
    // their own.
    private NodeServer Node => _node ??= new NodeServer(Path.Combine("Models", "s3-server.js"), Folder, "--openssl-legacy-provider");

    /// <summary>A bucket with a new prefix.</summary>
    public S3Options NewOptions(string bucket = "models") =>
        new(
            bucket,
            $"{Guid.NewGuid():N}/",
            new Uri($"http://127.0.0.1:{Port}"),
            Region: null,
            ForcePathStyle: true,
            ChecksumsWhenRequired: true);

    public static IModelRegistry Open(S3Options options, TimeProvider? clock = null) =>
        new S3ModelRegistry(new S3Bucket(options.Connect(), options), options.Prefix, clock ?? TimeProvider.System);

    /// <summary>Starts the server, after <see cref="StopAsync"/> at the same port.</summary>
    public Task InitializeAsync() => Node.StartAsync();

    /// <summary>Ends the process. The buckets stay.</summary>
    public Task StopAsync() => Node.StopAsync();

    public async Task DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
