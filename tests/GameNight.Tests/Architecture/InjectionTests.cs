using System.Text.RegularExpressions;
using GameNight.Tests.Storage;

namespace GameNight.Tests.Architecture;

/// <summary>
/// A component with a code-behind takes its services in the constructor there; one without says <c>@inject</c> in its markup.
/// </summary>
public sealed partial class InjectionTests
{
    [Fact]
    public void Services_OfComponents_AreTakenInOneWay()
    {
        var faults = Faults(Repository.File("src/GameNight")).ToList();
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Theory]
    [InlineData("Face.razor", "<p />\n@code {\n  [Inject]\n  private Clock Clock { get; set; } = null!;\n}", "Face.razor:3: [Inject]")]
    [InlineData(
        "Face.razor.cs",
        "class Face\n{\n    [Parameter, Inject]\n    public required Clock Clock { get; init; }\n}",
        "Face.razor.cs:3: [Inject]")]
    [InlineData("Page.razor", "@inject Clock Clock\n<p />", "Page.razor:1: @inject")]
    public void Faults_AServiceTakenInAnotherWay_NamesFileAndLine(string file, string text, string expected)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "Page.razor"), "<p />");
        File.WriteAllText(Path.Combine(folder.Path, "Page.razor.cs"), "class Page(Clock clock);");
        File.WriteAllText(Path.Combine(folder.Path, "Clock.razor"), "@inject Clock Clock\n<p />");
        File.WriteAllText(Path.Combine(folder.Path, file), text);

        Assert.StartsWith(expected, Assert.Single(Faults(folder.Path)), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Faults(string project) =>
        from path in Directory.EnumerateFiles(project, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        where path.EndsWith(".razor", StringComparison.Ordinal) || path.EndsWith(".cs", StringComparison.Ordinal)
        let name = Path.GetRelativePath(project, path)
        where !name.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")
        from line in File.ReadLines(path).Index()
        let fault = Fault(line.Item, hasCodeBehind: File.Exists(path + ".cs"))
        where fault is not null
        select $"{name}:{line.Index + 1}: {fault}";

    private static string? Fault(string line, bool hasCodeBehind) =>
        InjectAttribute().IsMatch(line)
            ? "[Inject] is not used here: take the service in the constructor, or by @inject where there is no code-behind."
            : hasCodeBehind && line.StartsWith("@inject ", StringComparison.Ordinal)
                ? "@inject beside a code-behind: take the service in its constructor."
        : null;

    [GeneratedRegex(@"^\s*\[[^\]]*\bInject\b")]
    private static partial Regex InjectAttribute();
}
