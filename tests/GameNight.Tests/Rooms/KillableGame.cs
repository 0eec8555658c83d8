using System.Diagnostics;

namespace GameNight.Tests.Rooms;

/// <summary>The game as a process of its own, which can be killed and started again on the same folder and port.</summary>
/// <param name="folder">The data folder.</param>
/// <param name="token">The host's token.</param>
/// <param name="settings">Further settings, as on the command line.</param>
internal sealed class KillableGame(string folder, string token, params string[] settings) : IAsyncDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "GameNight.dll");

    private Process? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{ServerPort.Take()}");

    /// <summary>Starts it, and waits until it answers.</summary>
    public async Task StartAsync()
    {
        _process = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                Program, "--urls", $"{Address}", $"--GameNight:DataFolder={folder}", $"--GameNight:Host:Token={token}",
                "--GameNight:Training:Enabled=false", "--Logging:LogLevel:Default=Error", .. settings,
            ])
        {
            RedirectStandardOutput = true,
        })!;
        // A game whose output nobody reads stands still in the end.
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        using var http = new HttpClient { BaseAddress = Address };
        await Eventually.TrueAsync(async () =>
        {
            Assert.False(_process.HasExited, "The game has ended by itself.");
            try
            {
                using var answer = await http.GetAsync("/health/live");
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
    }

    /// <summary>Ends it as a power cut does: nothing is written any more (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await KillAsync();
    }
}
