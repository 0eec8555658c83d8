using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using GameNight.Tests;

namespace GameNight.BrowserTests.Harness;

/// <summary>The built game in a process of its own, which can be killed at any time and started again.</summary>
public sealed partial class GameProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(2);

    private readonly StringBuilder _output = new();
    private readonly int _port = ServerPort.Take();
    private Process? _process;

    public GameProcess()
    {
        // An aborted test run leaves no game behind.
        AppDomain.CurrentDomain.ProcessExit += KillOnExit;
    }

    /// <summary>A temporary folder, which is deleted with this object.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("game-night-").FullName;

    public string DataFolder => Path.Combine(Folder, "state", "data");

    /// <summary>Further settings for the next start.</summary>
    public List<string> Settings { get; } = [];

    /// <summary>Further environment variables for the next start.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>The address, which stays the same when the game is started again; null before the first start.</summary>
    public Uri? Address { get; private set; }

    /// <summary>The output of the processes of all starts.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>The working set of the process, in bytes.</summary>
    public long Resident
    {
        get
        {
            _process!.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>The host's link that the last start printed.</summary>
    public string HostLink => HostLinks().Matches(Output)[^1].Groups[1].Value;

    /// <summary>From its next start on, the game keeps its observations in a DynamoDB test server.</summary>
    public void Use(DatabaseProcess database)
    {
        Settings.AddRange(["--GameNight:Store:Provider=DynamoDb", $"--GameNight:Store:DynamoDb:ServiceUrl={database.Address}"]);
        (Environment["AWS_ACCESS_KEY_ID"], Environment["AWS_SECRET_ACCESS_KEY"]) = ("any", "any");
    }

    /// <summary>Starts the game, and returns when it has printed its address.</summary>
    public async Task StartAsync()
    {
        var started = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = Command(), EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => OnOutput(line.Data, started);
        _process.ErrorDataReceived += (_, line) => OnOutput(line.Data, started);
        _process.Exited += (_, _) => started.TrySetException(new InvalidOperationException($"The game ended at its start:\n{Output}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Address = await started.Task.WaitAsync(StartTimeout);
    }

    /// <summary>Kills the process with SIGKILL, so that it writes nothing more, as in a power cut.</summary>
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
        var address = $"http://127.0.0.1:{_port}";
        string[] arguments = [GameBuild.Program, "serve", "--urls", address, $"--GameNight:DataFolder={DataFolder}", .. Settings];
        var command = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Environment)
            command.Environment[name] = value;
        return command;
    }

    private void OnOutput(string? line, TaskCompletionSource<Uri> started)
    {
        lock (_output)
            _output.AppendLine(line);
        if (StartMessage().Match(line ?? "") is { Success: true } message)
            started.TrySetResult(new Uri(message.Groups[1].Value));
    }

    private void KillOnExit(object? sender, EventArgs e) => _process?.Kill(entireProcessTree: true);

    [GeneratedRegex(@"host's link \(works once\):\s+(http\S+)")]
    private static partial Regex HostLinks();

    [GeneratedRegex(@"Game Night with ML! is on:\s+(http\S+)")]
    private static partial Regex StartMessage();
}
