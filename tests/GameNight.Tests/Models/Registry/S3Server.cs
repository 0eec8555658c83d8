using System.Diagnostics;
using GameNight.Models;
using GameNight.Models.Registry;

namespace GameNight.Tests.Models.Registry;

/// <summary>
/// An S3 server for the tests: s3rver as a process. Its buckets are <c>models</c> and <c>plain</c>, which ignores conditions.
/// </summary>
public class S3Server : IAsyncLifetime
{
    private Process? _node;

    static S3Server()
    {
        // s3rver accepts only these credentials; the SDK reads them from the environment.
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "S3RVER");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "S3RVER");
    }

    /// <summary>The folder of its buckets, which is deleted in the end.</summary>
    protected virtual string Folder { get; } = Directory.CreateTempSubdirectory("game-night-").FullName;

    /// <summary>The port on which it listens, the same again after a restart.</summary>
    public int Port { get; } = ServerPort.Take();

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

    public async Task InitializeAsync()
    {
        // s3rver signs the pages of a list with a cipher that Node.js counts as legacy.
        var script = Path.Combine(AppContext.BaseDirectory, "Models", "s3-server.js");
        _node = Process.Start(new ProcessStartInfo("node", ["--openssl-legacy-provider", script, Folder, $"{Port}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        _ = await _node.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("s3rver did not start.");
    }

    /// <summary>Ends the process. The buckets stay.</summary>
    public async Task StopAsync()
    {
        _node!.StandardInput.Close();
        await _node.WaitForExitAsync();
        _node.Dispose();
        _node = null;
    }

    public async Task DisposeAsync()
    {
        if (_node is not null)
            await StopAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
