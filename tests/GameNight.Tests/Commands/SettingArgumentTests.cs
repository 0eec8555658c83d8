using System.CommandLine;
using GameNight.Commands;
using GameNight.Configuration;
using GameNight.Hosting;

namespace GameNight.Tests.Commands;

public sealed class SettingArgumentTests
{
    public static readonly TheoryData<Command> VerbsWithSettings =
    [
        ServeCommand.Create(), TrainBaseCommand.Create(), RetrainCommand.Create(), ExportCommand.Create(), EvaluateCommand.Create(),
        SimulateCommand.Create(), SimulateCrowdCommand.Create(),
    ];

    [Theory]
    [MemberData(nameof(VerbsWithSettings))]
    public async Task Verb_WrongArguments_NamesThemAll(Command verb)
    {
        string[] arguments = ["--GameNight:DataFolder", "--environment", "--Logging:LogLevel:Default", "--port=5"];
        var refused = await Assert.ThrowsAsync<InvalidSettingsException>(() =>
            verb.Parse(arguments).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
        string[] expected = ["--GameNight:DataFolder=VALUE", "--environment=VALUE", "--Logging:LogLevel:Default=VALUE", "--port=5 is"];
        foreach (var named in expected)
            Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadFor_SettingsInTwoWords_AreTaken()
    {
        string[] arguments = ["--urls", "http://127.0.0.1:0", "--environment", "Elsewhere", "--gamenight:TimeZone", "Pacific/Auckland"];
        Assert.Equal("Pacific/Auckland", GameOptions.ReadFor(arguments).Clock.LocalTimeZone.Id);
    }

    [Theory]
    [InlineData("/elsewhere")]
    [InlineData("GameNight:DataFolder=/elsewhere")]
    [InlineData("--GameNightly:DataFolder=/elsewhere")]
    public void ReadFor_WordThatIsNoSetting_IsNamed(string word)
    {
        var refused = Assert.Throws<InvalidSettingsException>(() => GameOptions.ReadFor(["--GameNight:TimeZone=UTC", word]));
        Assert.Contains($"{word} is neither", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadFor_SettingsOfTheEnvironment_AreReadAsTheServerReadsThem()
    {
        var environment = $"Test{Guid.NewGuid():N}";
        var file = Path.Combine(AppContext.BaseDirectory, $"appsettings.{environment}.json");
        File.WriteAllText(file, """{ "GameNight": { "TimeZone": "Pacific/Auckland" } }""");
        try
        {
            var options = GameOptions.ReadFor([$"--environment={environment}"]);
            Assert.Equal("Pacific/Auckland", options.Clock.LocalTimeZone.Id);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
