using System.Diagnostics;
using System.Globalization;
using GameNight.Models;

namespace GameNight.ModelAdmin.Import;

/// <summary>
/// Hands files from elsewhere to native code in a process of its own, with limits on memory and time: what a model does while it is
/// loaded and run shows only then. Where it is too much, that process ends, and this one goes on.
/// </summary>
/// <remarks>
/// The process is kept from what stands in the environment (<see cref="CheckEnvironment"/>), and from nothing else: it runs as the same
/// user, and may read and write what that user may.
/// </remarks>
/// <param name="limits">What the process may use.</param>
internal sealed class CheckProcess(CheckLimits limits)
{
    /// <summary>The hidden verb of the game with which the process is started.</summary>
    public const string Verb = "check-model";

    /// <summary>The exit code after a refusal, whose reason is on the error output.</summary>
    private const int Refused = 1;

    private const int MaxReason = 2_000;

    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(20);

    /// <summary>How long a killed process may take to end.</summary>
    private static readonly TimeSpan EndTime = TimeSpan.FromSeconds(10);

    /// <exception cref="InvalidModelException">The model fails the check, or needs more than the limits; the message says how.</exception>
    public Task RunAsync(ModelPackage package, CancellationToken cancellation) => InFolderAsync(
        async folder =>
        {
            var manifest = package.As("1", DateTimeOffset.UnixEpoch);
            await File.WriteAllBytesAsync(Path.Combine(folder, ModelPackage.ModelFile), package.Model, cancellation);
            await File.WriteAllBytesAsync(Path.Combine(folder, ModelManifest.FileName), manifest.ToUtf8(), cancellation);
            await RunAsync(folder, "guess a few drawings", cancellation);
            return folder;
        });

    /// <summary>Lets XGBoost read a booster, and write it in both of its formats.</summary>
    /// <exception cref="InvalidModelException">XGBoost cannot, is missing, or needs more than the limits; the message says how.</exception>
    public Task<RewrittenBooster> RewriteAsync(byte[] booster, CancellationToken cancellation) => InFolderAsync(
        async folder =>
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, RewrittenBooster.SourceFile), booster, cancellation);
            await RunAsync(folder, "be read", cancellation);
            return await RewrittenBooster.ReadAsync(folder, cancellation);
        });

    private static async Task<T> InFolderAsync<T>(Func<string, Task<T>> work)
    {
        var folder = Directory.CreateTempSubdirectory("game-night-check-").FullName;
        try
        {
            return await work(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task RunAsync(string folder, string purpose, CancellationToken cancellation)
    {
        using var process = Process.Start(Command(folder))
            ?? throw new InvalidOperationException("The process that checks a model did not start.");
        try
        {
            var reason = ReadStartAsync(process.StandardError, cancellation);
            var output = ReadStartAsync(process.StandardOutput, cancellation);
            await WatchAsync(process, purpose, cancellation);
            await output;
            if (process.ExitCode == Refused)
                throw new InvalidModelException((await reason).Trim());
            if (process.ExitCode != 0)
            {
                throw new InvalidModelException(
                    $"The process that tried the model ended with code {process.ExitCode}; it may use {Megabytes} MB of memory.");
            }
        }
        finally
        {
            await EndAsync(process);
        }
    }

    /// <summary>Waits for the end of the process, and kills it where it goes beyond a limit.</summary>
    private async Task WatchAsync(Process process, string purpose, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        while (!process.HasExited)
        {
            if (MemoryOf(process) > limits.Memory)
                throw new InvalidModelException($"The model needs more than {Megabytes} MB of memory to {purpose}.");
            if (Stopwatch.GetElapsedTime(started) > limits.Time)
                throw new InvalidModelException($"The model needs more than {limits.Time.TotalSeconds:N0} s to {purpose}.");
            await Task.Delay(LookInterval, cancellation);
        }

        await process.WaitForExitAsync(cancellation);
    }

    private static long MemoryOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It has ended meanwhile.
            return 0;
        }
    }

    private ProcessStartInfo Command(string folder)
    {
        var (program, arguments) = Game();
        arguments = [.. arguments, Verb, folder];
        // On Linux the kernel watches, too: what is allocated fails at once, however quickly it grows. Elsewhere the limit means nothing.
        var command = OperatingSystem.IsLinux() && File.Exists("/bin/sh")
            ? new ProcessStartInfo("/bin/sh", ["-c", $"ulimit -d {Kilobytes}; ulimit -c 0; exec \"$0\" \"$@\"", program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        command.WorkingDirectory = folder;
        command.RedirectStandardError = command.RedirectStandardOutput = true;
        CheckEnvironment.Reduce(command.Environment);
        return command;
    }

    private string Megabytes => (limits.Memory >> 20).ToString("N0", CultureInfo.InvariantCulture);

    private string Kilobytes => (limits.Memory >> 10).ToString(CultureInfo.InvariantCulture);

    /// <summary>This program and what comes before its verb: one file by itself, or a library that <c>dotnet</c> runs.</summary>
    private static (string Program, string[] Arguments) Game()
    {
        var own = Environment.ProcessPath ?? throw new InvalidOperationException("The program does not know where it lies.");
        var library = Path.Combine(AppContext.BaseDirectory, "GameNight.dll");
        if (!File.Exists(library) || Path.GetFileNameWithoutExtension(own) == "GameNight")
            return (own, []);
        return (Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : "dotnet", [library]);
    }

    /// <summary>Reads all, and keeps the beginning: a crash is long.</summary>
    private static async Task<string> ReadStartAsync(StreamReader reader, CancellationToken cancellation)
    {
        var kept = "";
        var buffer = new char[MaxReason];
        while (await reader.ReadAsync(buffer, cancellation) is var read and > 0)
            kept += new string(buffer, 0, Math.Min(read, MaxReason - kept.Length));
        return kept;
    }

    /// <summary>
    /// Kills the process where it still runs, and waits until it's gone: its working directory is deleted next, which Windows refuses
    /// before.
    /// </summary>
    private static async Task EndAsync(Process process)
    {
        if (process.HasExited)
            return;
        process.Kill(entireProcessTree: true);
        // Not by the caller's cancellation: the folder is deleted after that, too. Where it outlives this, the deletion says so.
        using var patience = new CancellationTokenSource(EndTime);
        await process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
