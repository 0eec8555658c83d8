using System.Diagnostics;
using GameNight.Tests;

namespace GameNight.BrowserTests.Harness;

/// <summary>A Node.js server in a process of its own, with its state in a folder. It can be stopped and started again.</summary>
/// <param name="script">
/// A script beside the tests, whose arguments are the folder and a port. It prints its port, and ends when its standard input does.
/// </param>
/// <param name="options">Options of Node.js.</param>
public abstract class NodeProcess(string script, params string[] options) : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("game-night-").FullName;
    private readonly int _port = ServerPort.Take();
    private Process? _node;

    /// <summary>The address, which stays the same when the server is started again.</summary>
    public Uri Address => new($"http://127.0.0.1:{_port}");

    public async Task StartAsync()
    {
        string[] arguments = [.. options, Path.Combine(AppContext.BaseDirectory, script), _folder, $"{_port}"];
        _node = Process.Start(new ProcessStartInfo("node", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        _ = await _node.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException($"{script} has ended without printing its port.");
    }

    /// <summary>Stops the server; its state stays in the folder.</summary>
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
