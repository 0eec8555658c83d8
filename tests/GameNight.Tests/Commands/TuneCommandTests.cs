using System.CommandLine;
using System.Text.Json;
using GameNight.Commands;
using GameNight.Tests.Retraining.Tuning;
using GameNight.Tests.Storage;

namespace GameNight.Tests.Commands;

public sealed class TuneCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Tune_BudgetTooSmall_SaysWhatItNeeds()
    {
        var ink = await WriteInkAsync();
        var small = await Assert.ThrowsAsync<InvalidDataException>(() => TuneAsync("--ink", ink, "--budget", "0.001s"));
        Assert.StartsWith("0 s are too little. A training takes ", small.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder.Path, "tuning", "app-network.json")));
    }

    [Fact]
    public async Task Tune_NobodyHasPlayed_SaysHowMuchItTakes()
    {
        var few = await Assert.ThrowsAsync<InvalidDataException>(() => TuneAsync("--budget", "1m"));
        Assert.Equal("0 drawings of 0 players are too few to search by: it takes 200 of 9.", few.Message);
    }

    [Theory]
    [InlineData("0s")]
    [InlineData("30")]
    [InlineData("soon")]
    [InlineData("-2h")]
    [InlineData("200h")]
    public void Tune_NoTime_IsNamed(string budget)
    {
        var error = Assert.Single(TuneCommand.Create().Parse(["--algorithm", "app-network", "--budget", budget]).Errors);
        Assert.Equal($"--budget is {budget}; it is a time of up to a week such as 90s, 20m or 2h.", error.Message);
    }

    [Fact]
    public void Tune_AlgorithmThatDoesNotLearn_IsRefused() =>
        Assert.NotEmpty(TuneCommand.Create().Parse(["--algorithm", "mnist-cnn", "--budget", "1m"]).Errors);

    public void Dispose() => _folder.Dispose();

    private async Task TuneAsync(params string[] arguments) => Assert.Equal(0, await TuneCommand.Create()
        .Parse(["--algorithm", "app-network", "--marks", "20", .. arguments, $"--GameNight:DataFolder={_folder.Path}"])
        .InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));

    private async Task<string> WriteInkAsync()
    {
        var lines = TuningExamples.Draw(240).Select((example, i) => JsonSerializer.Serialize(
            new { label = example.Digit, writer = i / 10 % 12, strokes = example.Ink }, JsonSerializerOptions.Web));
        var file = Path.Combine(_folder.Path, "ink.jsonl");
        await File.WriteAllLinesAsync(file, lines);
        return file;
    }
}
