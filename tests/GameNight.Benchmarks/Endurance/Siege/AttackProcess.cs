using System.Diagnostics;
using System.Globalization;

namespace GameNight.Benchmarks.Endurance.Siege;

/// <summary>
/// An attack in a process of its own, which the system gives less of the processors than the game and the player: an attacker's own work
/// is done elsewhere, and must not be taken for the game's.
/// </summary>
internal sealed class AttackProcess : IDisposable
{
    private const string Ready = "ready";

    private readonly Process _process;

    private AttackProcess(Process process) => _process = process;

    /// <summary>Starts an attack, and returns when it begins.</summary>
    /// <param name="number">Its place among <see cref="Attacks.All"/>.</param>
    /// <param name="game">The game.</param>
    /// <param name="time">How long it goes on.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<AttackProcess> StartAsync(int number, Uri game, TimeSpan time, CancellationToken cancellation)
    {
        string[] arguments =
        [
            typeof(AttackProcess).Assembly.Location, "siege", "--attack", $"{number}", "--url", $"{game}",
            "--seconds", time.TotalSeconds.ToString("0", CultureInfo.InvariantCulture),
        ];
        var attack = new AttackProcess(Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!);
        attack._process.PriorityClass = ProcessPriorityClass.BelowNormal;
        await attack._process.StandardOutput.ReadLineAsync(cancellation);
        return attack;
    }

    /// <summary>Attacks: what the process does.</summary>
    public static async Task RunAsync(int number, Uri game, TimeSpan time, CancellationToken cancellation)
    {
        using var attacker = new Attacker(game);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Console.WriteLine(Ready);
        over.CancelAfter(time);
        await Attacks.All[number].RunAsync(attacker, over.Token);
        Console.WriteLine(attacker.Ends);
    }

    /// <returns>How the attacker's requests have ended.</returns>
    public async Task<string> EndAsync(CancellationToken cancellation) =>
        await _process.StandardOutput.ReadLineAsync(cancellation) ?? "the attacker has failed";

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
