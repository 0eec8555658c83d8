using System.Diagnostics;
using System.Globalization;
using GameNight.Models;
using GameNight.Models.Registry;

namespace GameNight.Tests.Models.Registry;

/// <summary>An S3 server of the tests' own, as a process. Its buckets are <c>models</c> and <c>plain</c>, which ignores conditions.</summary>
public class S3Server : IAsyncLifetime
{
    private Process? _node;

    static S3Server()
    {
        // What s3rver expects, where the SDK looks for it.
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "S3RVER");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "S3RVER");
    }

    /// <summary>Where it keeps its buckets; deleted in the end.</summary>
    protected virtual string Folder { get; } = Directory.CreateTempSubdirectory("game-night-").FullName;

    /// <summary>Where it listens, or will listen when it is started again.</summary>
    public int Port { get; private set; }

    /// <summary>A part of a bucket that nobody else uses.</summary>
    public S3Options NewOptions(string bucket = "models") =>
        new(bucket, $"{Guid.NewGuid():N}/", new Uri($"http://127.0.0.1:{Port}"), Region: null, ForcePathStyle: true, ChecksumsWhenRequired: true);

    public static IModelRegistry Open(S3Options options, TimeProvider? clock = null) =>
        new S3ModelRegistry(new S3Bucket(options.Connect(), options), options.Prefix, clock ?? TimeProvider.System);

    public async Task InitializeAsync()
    {
        // It signs the pages of a list with a cipher that Node.js has put away.
        _node = Process.Start(new ProcessStartInfo("node", ["--openssl-legacy-provider", Path.Combine(AppContext.BaseDirectory, "Models", "s3-server.js"), Folder, $"{Port}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Port = int.Parse(await _node.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("s3rver did not start."), CultureInfo.InvariantCulture);
    }

    /// <summary>It is gone, and what it kept stays.</summary>
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
