using System.Diagnostics;

namespace GameNight.BrowserTests.Harness;

/// <summary>A server on Node.js as a process of its own, which keeps its state in a folder; it can be stopped and started again.</summary>
/// <param name="script">Beside the tests; it takes the folder and a port, prints its port, and ends with its standard input.</param>
/// <param name="options">For Node.js.</param>
public abstract class NodeProcess(string script, params string[] options) : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("game-night-").FullName;
    private Process? _node;
    private string _port = "0";

    /// <summary>The same after each start.</summary>
    public Uri Address => new($"http://127.0.0.1:{_port}");

    public async Task StartAsync()
    {
        _node = Process.Start(new ProcessStartInfo("node", [.. options, Path.Combine(AppContext.BaseDirectory, script), _folder, _port])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        _port = await _node.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"{script} did not start.");
    }

    /// <summary>It is gone; what it kept stays.</summary>
    public async Task StopAsync()
    {
        if (_node is not { } node)
            return;
        _node = null;
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        node.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
