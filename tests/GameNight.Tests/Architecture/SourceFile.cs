using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GameNight.Tests.Architecture;

/// <summary>A C# or Razor file: the types that it declares, and the names that it mentions.</summary>
/// <param name="Path">The path relative to the project.</param>
/// <param name="Types">The top-level types.</param>
/// <param name="Mentions">The names, each with what follows it after dots; in Razor also words that only look like names.</param>
internal sealed partial record SourceFile(string Path, IReadOnlyList<string> Types, IReadOnlyList<Mention> Mentions)
{
    private static readonly CSharpParseOptions Newest = new(LanguageVersion.Preview);

    public string Folder => System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/');

    public bool IsRazor => Path.EndsWith(".razor", StringComparison.Ordinal);

    public static SourceFile Read(string project, string path)
    {
        var text = File.ReadAllText(System.IO.Path.Combine(project, path));
        return path.EndsWith(".razor", StringComparison.Ordinal) ? ReadRazor(path, text) : ReadCSharp(path, text);
    }

    private static SourceFile ReadCSharp(string path, string text)
    {
        var root = CSharpSyntaxTree.ParseText(text, Newest).GetRoot();
        var types = root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .Select(node => node switch
            {
                BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
                DelegateDeclarationSyntax type => type.Identifier.ValueText,
                _ => null,
            });
        var directives = root.DescendantNodes().OfType<UsingDirectiveSyntax>().SelectMany(directive =>
            FullNames(directive.NamespaceOrType).Select(name => Directive(name, directive)));
        var names = root.DescendantNodes(node => node is not (UsingDirectiveSyntax or NameColonSyntax or NameEqualsSyntax))
            .OfType<SimpleNameSyntax>()
            .Where(name => name.Parent is not BaseNamespaceDeclarationSyntax && !IsAfterDot(name))
            .Select(Outermost)
            .Select(name => new Mention(Dotted(name), LineOf(name), name.ToString(), IsDirective: false, IsGlobal: false));
        return new SourceFile(path, [.. types.OfType<string>()], [.. directives, .. names]);
    }

    private static Mention Directive(SyntaxNode name, UsingDirectiveSyntax directive) =>
        new(Dotted(name), LineOf(directive), directive.ToString(), IsDirective: true, directive.GlobalKeyword != default);

    private static SourceFile ReadRazor(string path, string text)
    {
        var mentions = new List<Mention>();
        var isImports = path.EndsWith("_Imports.razor", StringComparison.Ordinal);
        var lines = RazorComment().Replace(text, comment => new string('\n', comment.Value.Count(c => c == '\n'))).Split('\n');
        foreach (var (index, line) in lines.Index())
        {
            if (RazorUsing().Match(line) is { Success: true } directive)
                mentions.Add(new Mention(directive.Groups[1].Value, index + 1, line.Trim(), IsDirective: true, isImports));
            else
                mentions.AddRange(DottedName().Matches(line).Select(name => Named(name.Value, index + 1)));
        }

        return new SourceFile(path, [System.IO.Path.GetFileNameWithoutExtension(path)], mentions);

        static Mention Named(string name, int line) => new(name, line, name, IsDirective: false, IsGlobal: false);
    }

    /// <summary>
    /// The name in a directive and those in its type arguments, as in <c>using Rounds = List&lt;GameNight.Play.Round&gt;</c>.
    /// </summary>
    private static IEnumerable<SyntaxNode> FullNames(SyntaxNode type) => type.DescendantNodesAndSelf().OfType<NameSyntax>()
        .Where(name => name.Parent is not (QualifiedNameSyntax or AliasQualifiedNameSyntax));

    private static bool IsAfterDot(SimpleNameSyntax name) => name.Parent switch
    {
        QualifiedNameSyntax qualified => qualified.Right == name,
        MemberAccessExpressionSyntax access => access.Name == name,
        MemberBindingExpressionSyntax => true,
        _ => false,
    };

    private static SyntaxNode Outermost(SyntaxNode name)
    {
        while (name.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax
            || (name.Parent is MemberAccessExpressionSyntax access && access.Expression == name))
        {
            name = name.Parent;
        }

        return name;
    }

    private static string Dotted(SyntaxNode name) =>
        TypeArguments().Replace(name.ToString(), "").Replace("global::", "", StringComparison.Ordinal);

    private static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    [GeneratedRegex(@"<.*>|\s", RegexOptions.Singleline)]
    private static partial Regex TypeArguments();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex RazorComment();

    [GeneratedRegex(@"^\s*@using\s+(?:static\s+|\w+\s*=\s*)?([\w.]+)")]
    private static partial Regex RazorUsing();

    [GeneratedRegex(@"(?<![\w.])[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")]
    private static partial Regex DottedName();
}
