namespace GameNight.Tests.Architecture;

/// <summary>Folders hold few files, files are short, and lines fit on a screen.</summary>
public sealed class SizeTests
{
    private const int MostFiles = 25;
    private const int MedianLines = 50;
    private const int MostLines = 250;
    private const int LongestLine = 140;

    private static readonly string[] Parts = ["src", "tests", "wwwroot-assets"];

    /// <summary>The kinds of files whose lines fit on a screen.</summary>
    private static readonly string[] Narrow = [".cs", ".razor", ".ts", ".css", ".sh"];

    [Fact]
    public void Folders_OfTheSource_HaveAtMost25Files() => AssertNone(
        from folder in FilesOf("").GroupBy(file => file[..file.LastIndexOf('/')])
        let count = folder.Count()
        where count > MostFiles
        select $"{folder.Key} has {count} files directly in it, more than {MostFiles}. Give it folders.");

    [Fact]
    public void Files_OfTheSource_HaveAtMost250Lines() => AssertNone(
        from file in FilesOf(".cs", ".razor", ".ts", ".css")
        let count = LinesOf(file).Length
        where count > MostLines
        select $"{file} has {count} lines, more than {MostLines}.");

    [Fact]
    public void Files_OfCSharpAndRazor_HaveAMedianOfAtMost50Lines()
    {
        var counts = FilesOf(".cs", ".razor").Select(file => LinesOf(file).Length).Order().ToList();
        Assert.InRange(counts[counts.Count / 2], 1, MedianLines);
    }

    [Fact]
    public void Lines_OfAllSources_HaveAtMost140Characters() => AssertNone(
        from file in Repository.Files.Where(file => Narrow.Contains(Path.GetExtension(file)))
        from line in LinesOf(file).Index()
        where line.Item.Length > LongestLine
        select $"{file}:{line.Index + 1} has {line.Item.Length} characters, more than {LongestLine}.");

    [Fact]
    public void EditorConfig_HasTheLongestLine() => Assert.Contains($"max_line_length = {LongestLine}", LinesOf(".editorconfig"));

    private static IEnumerable<string> FilesOf(params string[] endings) =>
        Parts.SelectMany(part => endings.SelectMany(ending => Repository.FilesBelow(part, ending)));

    private static string[] LinesOf(string file) => File.ReadAllLines(Repository.File(file));

    private static void AssertNone(IEnumerable<string> faults)
    {
        var found = faults.Order(StringComparer.Ordinal).ToList();
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }
}
