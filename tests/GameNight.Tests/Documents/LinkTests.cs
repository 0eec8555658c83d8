using GameNight.Tests.Architecture;

namespace GameNight.Tests.Documents;

/// <summary>Every link and picture of the documents that stays within the repository leads somewhere.</summary>
public sealed class LinkTests
{
    [Fact]
    public void Links_OfAllDocuments_LeadSomewhere()
    {
        var faults = Document.All.SelectMany(Faults).ToList();
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public void Pictures_OfTheRepository_AreShownInADocument()
    {
        var shown = Document.All.SelectMany(document => document.Links).Select(link => Path.GetFileName(link.Text)).ToHashSet();
        var pictures = Repository.FilesBelow("wwwroot-assets/pictures", "")
            .Where(file => Path.GetExtension(file) is ".png" or ".gif").ToList();
        Assert.NotEmpty(pictures);
        Assert.DoesNotContain(pictures, picture => !shown.Contains(Path.GetFileName(picture)));
    }

    [Theory]
    [InlineData("[a](nowhere.md)", "docs/new.md:1: nowhere.md leads to docs/nowhere.md, which does not exist.")]
    [InlineData("Text\n\n![a](../round.gif)", "docs/new.md:3: ../round.gif leads to round.gif, which does not exist.")]
    [InlineData("[a](hosting.md#nothing)", "docs/new.md:1: hosting.md#nothing names a heading that docs/hosting.md does not have.")]
    [InlineData("# Here\n[a](#there)", "docs/new.md:2: #there names a heading that docs/new.md does not have.")]
    public void Faults_OfADeadLink_NamePlaceAndTarget(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(Faults(new Document("docs/new.md", text))));

    [Theory]
    [InlineData("[a](hosting.md#what-it-costs) [b](https://example.org/nowhere) [c](../src) [d](../README.md)")]
    [InlineData("# Here\n[a](#here)")]
    public void Faults_OfLinksThatLead_AreNone(string text) => Assert.Empty(Faults(new Document("docs/new.md", text)));

    private static IEnumerable<string> Faults(Document document)
    {
        foreach (var (place, link) in document.Links)
        {
            if (link.Contains("://", StringComparison.Ordinal) || link.StartsWith("mailto:", StringComparison.Ordinal))
                continue;
            var (file, anchor) = link.Split('#', 2) is [var path, var name] ? (path, name) : (link, "");
            var target = file.Length == 0 ? document.Path : Resolve(document.Folder, file);
            if (file.Length > 0 && !Path.Exists(Repository.File(target)))
                yield return $"{place}: {link} leads to {target}, which does not exist.";
            else if (anchor.Length > 0 && !(file.Length == 0 ? document : Document.Read(target)).Anchors.Contains(anchor))
                yield return $"{place}: {link} names a heading that {target} does not have.";
        }
    }

    private static string Resolve(string folder, string path) =>
        Path.GetRelativePath(Repository.File(""), Path.GetFullPath(Path.Combine(Repository.File(folder), path))).Replace('\\', '/');
}
