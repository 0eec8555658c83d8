using System.Text.RegularExpressions;

namespace GameNight.Tests.Documents;

/// <summary>What the documents name in backticks exists: files, folders, types and members. Who renames one does so there, too.</summary>
public sealed partial class NameTests
{
    /// <summary>Documents that speak of what was, or of what is not ours: only their paths are looked at.</summary>
    private static readonly string[] OfOtherThings = ["CHANGELOG.md", "docs/dependencies.md", "docs/decisions/"];

    /// <summary>What git ignores is made by a build or a start, and is not there in a fresh checkout.</summary>
    private static readonly string[] Made = ["data/local", "artifacts/", "shared/data"];

    /// <summary>What the recipes of CONTRIBUTING.md let a reader make.</summary>
    private static readonly string[] ToBeMade = ["DrawnDigits", "MyStore"];

    [Fact]
    public void Names_InAllDocuments_Exist()
    {
        var faults = Document.All.SelectMany(Faults).ToList();
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Theory]
    [InlineData("`LessonBell` learns", "docs/new.md:1: nothing in the source is called LessonBell.")]
    [InlineData("Text.\n`InkNormaliser.Mistaken`", "docs/new.md:2: nothing in the source is called InkNormaliser.Mistaken.")]
    [InlineData("`InkNormaliser.MaxPoints`", "docs/new.md:1: nothing in the source is called InkNormaliser.MaxPoints.")]
    [InlineData("`LessonBell.cs`", "docs/new.md:1: no file is called LessonBell.cs.")]
    [InlineData("`src/GameNight/Shell`", "docs/new.md:1: there is no src/GameNight/Shell.")]
    public void Faults_OfANameThatIsGone_NamePlaceAndName(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(Faults(new Document("docs/new.md", text))));

    [Theory]
    [InlineData("`InkNormaliser`, `InkNormaliser.Version`, `Replaceable<T>`, `InkNormaliser.cs`")]
    [InlineData("`src/GameNight/Play`, `Play/Rounds`, `data/models/{algorithm}`")]
    [InlineData("`k-means`, `7`, `data/local/observations.db`, `--ink FILE`, `TOKEN`")]
    public void Faults_OfNamesThatExist_AreNone(string text) => Assert.Empty(Faults(new Document("docs/new.md", text)));

    private static IEnumerable<string> Faults(Document document)
    {
        var isOfOthers = OfOtherThings.Any(other => document.Path.StartsWith(other, StringComparison.Ordinal));
        foreach (var (place, code) in document.CodeSpans.Where(code => !ToBeMade.Any(code.Text.Contains)))
        {
            if (RepositoryPath().IsMatch(code))
            {
                var path = code.Split('{')[0].TrimEnd('/');
                if (!Made.Any(made => path.Contains(made, StringComparison.Ordinal)) && !SourceWords.HasPath(document.Folder, path))
                    yield return $"{place}: there is no {path}.";
            }
            else if (FileName().IsMatch(code))
            {
                if (!SourceWords.HasFileName(code))
                    yield return $"{place}: no file is called {code}.";
            }
            else if (!isOfOthers && Identifier().IsMatch(code) && !SourceWords.HasName(code))
            {
                yield return $"{place}: nothing in the source is called {code}.";
            }
        }
    }

    [GeneratedRegex(@"^(?![@_])[\w.-]+(/[\w.{}-]+)+/?$")]
    private static partial Regex RepositoryPath();

    [GeneratedRegex(@"^\.?[\w.-]+\.(cs|razor|ts|js|mjs|css|py|sh|md|ipynb|targets|props|csproj)$")]
    private static partial Regex FileName();

    /// <summary>Begins with a capital and has a small letter: types and members, not tokens to replace, nor settings.</summary>
    [GeneratedRegex(@"^[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*(\.[A-Z]\w*)*(<\w+>)?$")]
    private static partial Regex Identifier();
}
