using System.Diagnostics;
using System.Text.Json;
using GameNight.Tests.Storage;

namespace GameNight.Tests.Hosting;

/// <summary>The description of the API by the rules that Redocly recommends: https://redocly.com/docs/cli/rules/recommended.</summary>
public sealed class ApiDocumentLintTests(GameServer server) : IClassFixture<GameServer>
{
    [RedoclyFact]
    public async Task Document_ByTheRecommendedRules_HasNoProblem()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "v1.json"), await server.NewPlayer().GetStringAsync("/openapi/v1.json"));
        var report = await LintAsync(folder.Path, "v1.json");
        var problems = report.GetProperty("problems").EnumerateArray()
            .Select(problem => $"{problem.GetProperty("ruleId")}: {problem.GetProperty("message")} at {problem.GetProperty("location")}");
        Assert.Equal([], problems);
    }

    [RedoclyFact]
    public async Task Document_WithoutServersAndSecurity_HasProblems()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "v1.json"),
            """{"openapi":"3.1.1","info":{"title":"T","version":"1"},"paths":{"/":{"get":{"responses":{"200":{"description":"OK"}}}}}}""");
        var rules = (await LintAsync(folder.Path, "v1.json")).GetProperty("problems").EnumerateArray()
            .Select(problem => problem.GetProperty("ruleId").GetString());
        Assert.Superset(new HashSet<string?> { "no-empty-servers", "security-defined", "info-license" }, rules.ToHashSet());
    }

    private static async Task<JsonElement> LintAsync(string folder, string document)
    {
        string[] arguments = [RedoclyFactAttribute.Program, "lint", document, "--extends=recommended", "--format=json"];
        using var node = Process.Start(new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = folder,
            Environment = { ["REDOCLY_TELEMETRY"] = "off", ["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        Assert.True((await output).StartsWith('{'), await errors);
        return JsonSerializer.Deserialize<JsonElement>(await output);
    }
}
