using System.Collections.Concurrent;
using System.Text;
using GameNight.ModelAdmin.Import;
using GameNight.Models;
using GameNight.Tests.Models;

namespace GameNight.Tests.ModelAdmin.Import;

/// <summary>What the process that tries a model begins with, and how it ends. Seen from outside, as Linux shows it.</summary>
public sealed class CheckProcessLifeTests
{
    /// <summary>No setting that anything reads, so that games of other tests go on as they are.</summary>
    private const string Secret = "Somebody__Elses__Password";

    private static readonly CheckLimits Short = CheckLimits.Default with { Time = TimeSpan.FromSeconds(2) };

    // The process and its folder, with its environment.
    private readonly ConcurrentDictionary<(int Id, string Folder), string> _seen = new();

    [Fact]
    public async Task Run_Ended_HasLeftItsFolderBeforeThatIsDeleted()
    {
        if (!OperatingSystem.IsLinux())
            return;
        await RunSlowModelAsync(() => Assert.DoesNotContain(
            _seen.Keys, process => !Directory.Exists(process.Folder) && Directory.Exists($"/proc/{process.Id}")));
        Assert.Contains(_seen.Keys, process => !Directory.Exists(process.Folder));
    }

    [Theory]
    [InlineData(Secret)]
    [InlineData($"DOTNET_{Secret}")]
    public async Task Run_WithASecretInTheEnvironment_IsNotToldIt(string name)
    {
        if (!OperatingSystem.IsLinux())
            return;
        Environment.SetEnvironmentVariable(name, "hunter2");
        try
        {
            await RunSlowModelAsync(() => { });
            Assert.NotEmpty(_seen);
            Assert.All(_seen.Values, environment => Assert.DoesNotContain("hunter2", environment, StringComparison.Ordinal));
            Assert.All(_seen.Values, environment => Assert.Contains("PATH=", environment, StringComparison.Ordinal));
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    /// <summary>Has a model tried that is ended by its limit, and looks on.</summary>
    /// <param name="afterwards">What is done at once then: a moment later, it's another picture.</param>
    private async Task RunSlowModelAsync(Action afterwards)
    {
        using var ended = new CancellationTokenSource();
        var watch = Task.Run(async () =>
        {
            while (!ended.IsCancellationRequested)
            {
                Look();
                await Task.Delay(20);
            }
        });
        var refused = await Assert.ThrowsAsync<InvalidModelException>(
            () => new CheckProcess(Short).RunAsync(ModelPackageBuilder.Slow("guest", 3), default));
        afterwards();
        await ended.CancelAsync();
        await watch;
        Assert.StartsWith("The model needs more than 2 s", refused.Message, StringComparison.Ordinal);
    }

    private void Look()
    {
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(folder => char.IsDigit(Path.GetFileName(folder)[0])))
        {
            try
            {
                var arguments = Read(process, "cmdline").TrimEnd('\0').Split('\0');
                // The shell before the program has the same arguments.
                if (arguments is [not "/bin/sh", .., CheckProcess.Verb, var folder] && Read(process, "environ") is { Length: > 0 } told)
                    _seen[(int.Parse(Path.GetFileName(process), provider: null), folder)] = told;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It has ended meanwhile, or is somebody else's.
            }
        }
    }

    private static string Read(string process, string file) => Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(process, file)));
}
