using System.Diagnostics;
using GameNight.Tests.Storage;

namespace GameNight.Tests.Documents;

/// <summary>The documents' quick examples, those below <c>&lt;!-- runs --&gt;</c>, work against a real game as they stand.</summary>
public sealed class ExampleTests(GameServer server) : IClassFixture<GameServer>
{
    private const string Game = "dotnet run -c Release --project src/GameNight --";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Each document that has examples.</summary>
    public static TheoryData<string> Documents =>
        [.. Document.All.Where(document => document.RunningScripts.Any()).Select(document => document.Path)];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Examples_OfADocument_Work(string path)
    {
        using var folder = new TemporaryFolder();
        foreach (var (place, script) in Document.Read(path).RunningScripts)
        {
            var (exitCode, output) = await RunAsync(script, folder.Path);
            Assert.True(exitCode == 0, $"{place} ended with {exitCode}: {output}");
        }
    }

    [Fact]
    public async Task Examples_ThatAreRefused_Fail()
    {
        const string Script = "curl -X POST http://localhost:5080/api/algorithms/nobody/predictions -d '{}'\necho later";
        var (exitCode, output) = await RunAsync(Script, Path.GetTempPath());
        Assert.NotEqual(0, exitCode);
        Assert.DoesNotContain("later", output, StringComparison.Ordinal);
    }

    /// <summary>Runs a script over this test's game, which is built already and has another address. An HTTP error ends it.</summary>
    private async Task<(int ExitCode, string Output)> RunAsync(string script, string folder)
    {
        var commands = script.Replace("http://localhost:5080", server.Address.ToString().TrimEnd('/'), StringComparison.Ordinal)
            .Replace("TOKEN", GameServer.HostToken, StringComparison.Ordinal)
            .Replace(Game, $"dotnet '{Path.Combine(AppContext.BaseDirectory, "GameNight.dll")}'", StringComparison.Ordinal);
        const string Strict = "exec 2>&1; set -euo pipefail; curl() { command curl -sS --fail-with-body \"$@\"; }\n";
        var start = new ProcessStartInfo("bash", ["-c", Strict + commands])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            Environment = { ["GameNight__DataFolder"] = server.DataFolder },
        };
        using var process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            return (process.ExitCode, output);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
