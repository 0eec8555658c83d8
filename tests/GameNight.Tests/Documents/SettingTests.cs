using System.Text.RegularExpressions;
using GameNight.Configuration;
using GameNight.Hosting;
using GameNight.Tests.Architecture;
using Microsoft.Extensions.Configuration;

namespace GameNight.Tests.Documents;

/// <summary>The documents name settings that the game knows, and every one of them.</summary>
public sealed partial class SettingTests
{
    [Fact]
    public void Settings_InAllDocuments_AreKnownToTheGame()
    {
        var faults = Document.All.SelectMany(Faults).ToList();
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public void Settings_OfTheGame_StandInTheTableOfSettings()
    {
        var read = Repository.FilesBelow("src/GameNight", ".cs")
            .SelectMany(file => Read().Matches(File.ReadAllText(Repository.File(file))))
            .Select(take => $"{SettingsReader.Section}:{take.Groups[1].Value}").ToHashSet();
        Assert.Contains("GameNight:Training:Daily", read);
        Assert.Empty(read.Except(Document.Read("docs/hosting.md").CodeSpans.Select(code => code.Text)));
    }

    [Theory]
    [InlineData("`GameNight:Training:Nightly`", "docs/new.md:1: GameNight:Training:Nightly is not a setting.")]
    [InlineData("```sh\n./run.sh --GameNight:Folder=/srv\n```", "docs/new.md:1: GameNight:Folder is not a setting.")]
    [InlineData("```sh\nexport GameNight__Store__Kind=DynamoDb\n```", "docs/new.md:1: GameNight:Store:Kind is not a setting.")]
    public void Faults_OfAnUnknownSetting_NamePlaceAndSetting(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(Faults(new Document("docs/new.md", text))));

    private static IEnumerable<string> Faults(Document document) =>
        from passage in document.CodeSpans.Concat(document.Scripts)
        from Match name in Setting().Matches(passage.Text)
        let setting = name.Value.Replace("__", ":", StringComparison.Ordinal)
        where !IsKnown(setting)
        select $"{passage.Place}: {setting} is not a setting.";

    /// <summary>Whatever the game thinks of a blank as the value, it names a setting that it does not know.</summary>
    private static bool IsKnown(string setting)
    {
        try
        {
            GameOptions.Read(new ConfigurationBuilder().AddInMemoryCollection([new(setting, " ")]).Build());
            return true;
        }
        catch (InvalidSettingsException e)
        {
            return !e.Message.Contains("is not a setting", StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(@"\bGameNight(__|:)[A-Z]\w+(:\w+)*")]
    private static partial Regex Setting();

    [GeneratedRegex(@"settings\.Take\w*\(\s*""([\w:]+)""")]
    private static partial Regex Read();
}
