using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace GameNight.Benchmarks.Endurance.Start;

/// <summary>A game that was just started as a host starts it, in an empty folder, and has shown its first page.</summary>
internal sealed class StartedGame : IAsyncDisposable
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(5);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("game-night-");
    private readonly Process _process;

    private StartedGame(FileInfo app, Uri address)
    {
        string[] settings = ["--urls", $"{address}", $"--GameNight:DataFolder={_folder.FullName}", "--Logging:LogLevel:Default=Error"];
        _process = Process.Start(new ProcessStartInfo("dotnet", [app.FullName, "serve", .. settings]) { RedirectStandardOutput = true })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
    }

    public int Id => _process.Id;

    /// <summary>From the start of the process to the end of the first page's text.</summary>
    public TimeSpan FirstPage { get; private set; }

    /// <exception cref="HttpRequestException">It has answered with an error.</exception>
    /// <exception cref="InvalidOperationException">The game has ended before.</exception>
    public static async Task<StartedGame> StartAsync(FileInfo app, CancellationToken cancellation)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}");
        free.Stop();
        using var browser = new HttpClient();
        var started = Stopwatch.GetTimestamp();
        var game = new StartedGame(app, address);
        try
        {
            while (!game._process.HasExited)
            {
                if (await TryLoadAsync(browser, address, cancellation))
                {
                    game.FirstPage = Stopwatch.GetElapsedTime(started);
                    return game;
                }

                await Task.Delay(LookInterval, cancellation);
            }

            throw new InvalidOperationException($"{app} has ended; its errors are above.");
        }
        catch
        {
            await game.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static async Task<bool> TryLoadAsync(HttpClient browser, Uri address, CancellationToken cancellation)
    {
        try
        {
            await browser.GetStringAsync(address, cancellation);
            return true;
        }
        catch (HttpRequestException e) when (e.StatusCode is null)
        {
            // It doesn't listen yet.
            return false;
        }
    }
}
