using GameNight.Tests;

namespace GameNight.BrowserTests.Harness;

/// <summary>A Node.js server in a process of its own, with its state in a folder. It can be stopped and started again.</summary>
public abstract class NodeProcess : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("game-night-").FullName;
    private readonly NodeServer _server;

    /// <param name="script">A script beside the tests; see <see cref="NodeServer"/>.</param>
    /// <param name="options">Options of Node.js.</param>
    protected NodeProcess(string script, params string[] options) => _server = new NodeServer(script, _folder, options);

    /// <summary>The address, which stays the same when the server is started again.</summary>
    public Uri Address => new($"http://127.0.0.1:{_server.Port}");

    public Task StartAsync() => _server.StartAsync();

    /// <summary>Stops the server; its state stays in the folder.</summary>
    public Task StopAsync() => _server.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
