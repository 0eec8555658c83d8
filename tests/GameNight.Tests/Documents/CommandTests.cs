namespace GameNight.Tests.Documents;

/// <summary>The commands in the documents can be typed as they stand there: programs, verbs, options and tests exist.</summary>
public sealed class CommandTests
{
    [Fact]
    public void Commands_InAllDocuments_CanBeTyped()
    {
        var faults = Document.All.SelectMany(CommandFaults.Of).ToList();
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Theory]
    [InlineData("dotnet run -c Release --project src/GameNight -- evalute", "the game has no verb evalute.")]
    [InlineData("dotnet run -c Release --project src/GameNight -- simulate --player 3", "simulate has no option --player.")]
    [InlineData("dotnet run -c Release --project src/GameNight -- simulate --players many", "Cannot parse argument 'many'")]
    [InlineData("dotnet run -c Release --project tests/GameNight.Benchmarks -- laod", "the benchmarks have no verb laod.")]
    [InlineData("dotnet run -c Release --project tests/GameNight.Benchmarks -- load --second 3", "load has no option --second.")]
    [InlineData("dotnet test tests/GameNight.Tests --filter 'FullyQualifiedName~NoSuchTests'", "Tests has no test NoSuchTests.")]
    [InlineData("npm --prefix wwwroot-assets run tests", "wwwroot-assets has no script tests.")]
    [InlineData("./start.sh", "there is no ./start.sh.")]
    [InlineData("./run.sh --url http://0.0.0.0:5080", "run.sh takes no --url.")]
    public void Faults_OfACommandThatCannotBeTyped_SayWhy(string command, string expected)
    {
        var fault = Assert.Single(CommandFaults.Of(new Document("docs/new.md", $"Text.\n\n```sh\n{command}   # a comment\n```\n")));
        Assert.StartsWith("docs/new.md:3: ", fault, StringComparison.Ordinal);
        Assert.Contains(expected, fault, StringComparison.Ordinal);
    }
}
