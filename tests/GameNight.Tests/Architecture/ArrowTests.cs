using GameNight.Tests.Storage;

namespace GameNight.Tests.Architecture;

/// <summary>
/// Tests that every dependency between the game's folders points down the list in <c>docs/architecture.md</c>, so that there is no cycle.
/// It sees names that are written down: a type that only <c>var</c> stands for is not looked up.
/// </summary>
public sealed class ArrowTests
{
    private const string Project = "src/GameNight";

    [Fact]
    public void Faults_Game_HasNone()
    {
        var order = LayerOrder.Read(File.ReadAllText(Repository.File("docs/architecture.md")));
        var faults = order.Faults(new SourceTree(Repository.File(Project), "GameNight"), Project).ToList();
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Theory]
    [InlineData(
        "Low/Basement/New.cs",
        "using GameNight.High;\nnamespace GameNight.Low.Basement;\nclass New : Roof;",
        "Low/Basement/New.cs:1: Low/Basement → High")]
    [InlineData(
        "Low/Basement/New.cs",
        "namespace GameNight.Low.Basement;\nclass New\n{\n  High.Roof? R;\n}",
        "Low/Basement/New.cs:4: Low/Basement → High")]
    [InlineData(
        "Low/Basement/New.cs",
        "namespace GameNight.Low.Basement;\nclass New(global::GameNight.High.Roof r);",
        "Low/Basement/New.cs:2: Low/Basement → High")]
    [InlineData(
        "Low/Basement/New.cs",
        "using R = System.Collections.Generic.List<GameNight.High.Roof>;\nnamespace GameNight.Low.Basement;",
        "Low/Basement/New.cs:1: Low/Basement → High")]
    [InlineData(
        "Low/Basement/New.cs",
        "using static GameNight.High.Roof;\nnamespace GameNight.Low.Basement;",
        "Low/Basement/New.cs:1: Low/Basement → High")]
    [InlineData("Usings.cs", "global using GameNight.High;", "Usings.cs:1: Low/Basement → High")]
    [InlineData("Low/Basement/New.razor", "<p>High up</p>\n<GameNight.High.Tile />", "Low/Basement/New.razor:2: Low/Basement → High")]
    [InlineData("Low/Basement/New.razor", "@using GameNight.High\n<Tile />", "Low/Basement/New.razor:1: Low/Basement → High")]
    [InlineData("Low/Basement/New.razor", "@* GameNight.High.Tile *@\n<Stairs />", "Low/Basement/New.razor:2: Low/Basement → Low")]
    [InlineData("_Imports.razor", "@using GameNight.High", "_Imports.razor:1: Low → High")]
    [InlineData(
        "Low/Attic/New.cs",
        "using GameNight.Low.Basement;\nnamespace GameNight.Low.Attic;",
        "Low/Basement/Floor.cs:1: Low/Basement → Low/Attic points up (using GameNight.Low.Attic;). "
            + "It closes a cycle with Low/Attic → Low/Basement (Low/Attic/New.cs:1)")]
    public void Faults_ArrowPointingUp_NamesFileLineAndArrow(string file, string text, string expected)
    {
        using var folder = new TemporaryFolder();
        void Write(string path, string content)
        {
            var target = Path.Combine(folder.Path, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, content);
        }

        Write("High/Roof.cs", """
            using GameNight.Low;
            namespace GameNight.High;
            public class Roof { public string Text = "Low.Basement.Floor"; /* High.Roof */ }
            """);
        Write("High/Tile.razor", "<p>@Basement.Floor</p>");
        Write("Low/Stairs.razor", "<p />");
        Write("Low/Attic/Beam.cs", "namespace GameNight.Low.Attic;\npublic class Beam;");
        var usesAttic = file.StartsWith("Low/Attic", StringComparison.Ordinal) ? "using GameNight.Low.Attic;\n" : "";
        Write("Low/Basement/Floor.cs", usesAttic + "namespace GameNight.Low.Basement;\npublic class Floor;");
        Write(file, text);
        var order = new LayerOrder(["High", "Low", "Low/Attic", "Low/Basement"]);

        var faults = order.Faults(new SourceTree(folder.Path, "GameNight"), "src");
        var fault = Assert.Single(faults, fault => fault.Contains(expected, StringComparison.Ordinal));
        Assert.StartsWith("src/", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_FoldersMissingInTheOrderOrInTheTree_AreNamed()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "New"));
        File.WriteAllText(Path.Combine(folder.Path, "New", "Room.cs"), "namespace GameNight.New;");
        var faults = new LayerOrder(["Old"]).Faults(new SourceTree(folder.Path, "GameNight"), "src").ToList();
        Assert.Collection(faults,
            fault => Assert.Contains("src/New is not in the order", fault, StringComparison.Ordinal),
            fault => Assert.Contains("src/Old has no source files", fault, StringComparison.Ordinal));
    }
}
