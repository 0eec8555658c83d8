using GameNight.Tests.Architecture;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace GameNight.Tests.Documents;

/// <summary>A Markdown file of the repository: its links, its code and its headings, each with its line.</summary>
internal sealed class Document
{
    private static readonly MarkdownPipeline Markdown =
        new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    private readonly MarkdownDocument _tree;

    /// <param name="path">Relative to the repository's root, with slashes.</param>
    /// <param name="text">Markdown, as GitHub reads it.</param>
    public Document(string path, string text) => (Path, _tree) = (path, Markdig.Markdown.Parse(text, Markdown));

    /// <summary>Every Markdown file of the repository.</summary>
    public static IReadOnlyList<Document> All { get; } =
        [.. Repository.Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal)).Select(Read)];

    public string Path { get; }

    /// <summary>The folder of the file; empty for the root.</summary>
    public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.LastIndexOf('/')] : "";

    /// <summary>What links and pictures point to, as it is written.</summary>
    public IEnumerable<Passage> Links => _tree.Descendants<LinkInline>().Select(link => At(link, link.Url ?? ""));

    /// <summary>What stands in backticks within the text.</summary>
    public IEnumerable<Passage> CodeSpans => _tree.Descendants<CodeInline>().Select(code => At(code, code.Content));

    /// <summary>The headings' names in links, without <c>#</c>.</summary>
    public IEnumerable<string> Anchors => _tree.Descendants<HeadingBlock>().Select(heading => heading.GetAttributes().Id ?? "");

    /// <summary>Blocks of shell commands.</summary>
    public IEnumerable<Passage> Scripts =>
        _tree.Descendants<FencedCodeBlock>().Where(block => block.Info == "sh").Select(block => At(block, block.Lines.ToString()));

    /// <summary>Those among <see cref="Scripts"/> that stand right below <c>&lt;!-- runs --&gt;</c>.</summary>
    public IEnumerable<Passage> RunningScripts => _tree.Descendants<FencedCodeBlock>()
        .Where(block => block.Parent is { } parent && parent.IndexOf(block) is > 0 and var place
            && parent[place - 1] is HtmlBlock comment && comment.Lines.ToString().Trim() == "<!-- runs -->")
        .Select(block => At(block, block.Lines.ToString()));

    public static Document Read(string path) => new(path, File.ReadAllText(Repository.File(path)));

    private Passage At(MarkdownObject part, string text) => new($"{Path}:{part.Line + 1}", text);
}

/// <param name="Place">File and line.</param>
/// <param name="Text">As it is written.</param>
internal sealed record Passage(string Place, string Text);
