using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace GameNight.BrowserTests.Harness;

/// <summary>The built game as a process of its own, as people start it; it can be killed at any moment and started again.</summary>
public sealed partial class GameProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly StringBuilder _output = new();
    private Process? _process;

    public GameProcess()
    {
        // A run that is broken off leaves no game behind.
        AppDomain.CurrentDomain.ProcessExit += KillOnExit;
    }

    /// <summary>Gone when this is disposed.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("game-night-").FullName;

    /// <summary>Where this game keeps its state.</summary>
    public string DataFolder => Path.Combine(Folder, "state", "data");

    /// <summary>More settings for the next start.</summary>
    public List<string> Settings { get; } = [];

    /// <summary>More environment for the next start.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>The same after each start.</summary>
    public Uri? Address { get; private set; }

    /// <summary>What all its lives have printed.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>The memory that it holds, in bytes.</summary>
    public long Resident
    {
        get
        {
            _process!.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>The link that this life of it printed for the host.</summary>
    public string HostLink => HostLinks().Matches(Output)[^1].Groups[1].Value;

    /// <summary>Comes back when the game has printed its address.</summary>
    public async Task StartAsync()
    {
        var greeted = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = Command(), EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data, greeted);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data, greeted);
        _process.Exited += (_, _) => greeted.TrySetException(new InvalidOperationException($"The game ended at its start:\n{Output}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Address = await greeted.Task.WaitAsync(Patience);
    }

    /// <summary>Ends it like a power cut: SIGKILL, nothing is written any more.</summary>
    public async Task KillAsync()
    {
        if (_process is not { } process)
            return;
        _process = null;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= KillOnExit;
        await KillAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private ProcessStartInfo Command()
    {
        string[] arguments = [GameBuild.Program, "serve", "--urls", Address?.OriginalString ?? "http://127.0.0.1:0", $"--GameNight:DataFolder={DataFolder}", .. Settings];
        var command = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Environment)
            command.Environment[name] = value;
        return command;
    }

    private void Hear(string? line, TaskCompletionSource<Uri> greeted)
    {
        lock (_output)
            _output.AppendLine(line);
        if (Greeting().Match(line ?? "") is { Success: true } greeting)
            greeted.TrySetResult(new Uri(greeting.Groups[1].Value));
    }

    private void KillOnExit(object? sender, EventArgs e) => _process?.Kill(entireProcessTree: true);

    [GeneratedRegex(@"host's link \(works once\):\s+(http\S+)")]
    private static partial Regex HostLinks();

    [GeneratedRegex(@"Game Night with ML! is on:\s+(http\S+)")]
    private static partial Regex Greeting();
}
