using System.Diagnostics;

namespace GameNight.Tests;

/// <summary>A server in a Node.js process of its own. It can be stopped and started again, at the same port.</summary>
/// <param name="script">
/// A script beside the tests, whose arguments are the folder and a port. It prints its port, and ends when its standard input does.
/// </param>
/// <param name="folder">Where it keeps its state; empty for memory.</param>
/// <param name="options">Options of Node.js.</param>
internal sealed class NodeServer(string script, string folder, params string[] options)
{
    private Process? _node;

    public int Port { get; } = ServerPort.Take();

    /// <summary>Starts the server.</summary>
    /// <exception cref="InvalidOperationException">It does not start.</exception>
    public async Task StartAsync()
    {
        string[] arguments = [.. options, Path.Combine(AppContext.BaseDirectory, script), folder, $"{Port}"];
        _node = Process.Start(new ProcessStartInfo("node", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        _ = await _node.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException($"{script} has ended without printing its port.");
    }

    /// <summary>Stops the server, where it runs; its state stays in the folder.</summary>
    public async Task StopAsync()
    {
        if (_node is not { } node)
            return;
        _node = null;
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        node.Dispose();
    }
}
