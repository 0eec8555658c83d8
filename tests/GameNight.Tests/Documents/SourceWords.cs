using System.Text.RegularExpressions;
using GameNight.Tests.Architecture;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GameNight.Tests.Documents;

/// <summary>What a document can name: the types, members and files of the repository's source.</summary>
internal static partial class SourceWords
{
    private static readonly string[] Kinds =
        [".razor", ".ts", ".js", ".mjs", ".css", ".py", ".sh", ".targets", ".props", ".csproj", ".json"];

    /// <summary>The members of each declared type, those of its parts together; a type without a member has an entry, too.</summary>
    private static readonly ILookup<string, string> Members = Repository.Files
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal)).SelectMany(FindMembers)
        .ToLookup(member => member.Type, member => member.Name);

    /// <summary>Also the folders, each of which is a namespace.</summary>
    private static readonly HashSet<string> Declared =
    [
        .. Members.Select(type => type.Key),
        .. Members.SelectMany(type => type),
        .. Repository.Files.SelectMany(file => file.Split('/')[..^1]),
    ];

    /// <summary>Of the files that are not C#: their names and all their words.</summary>
    private static readonly HashSet<string> OtherWords =
    [
        .. Repository.Files.Where(file => Array.Exists(Kinds, kind => file.EndsWith(kind, StringComparison.Ordinal)))
            .SelectMany(file => FindWords(Path.GetFileNameWithoutExtension(file) + " " + File.ReadAllText(Repository.File(file)))),
    ];

    private static readonly HashSet<string> FileNames = [.. Repository.Files.Select(file => file[(file.LastIndexOf('/') + 1)..])];

    /// <summary>
    /// Whether something is called so: a type or a member (<c>Contestants</c>), or a member of just that type (<c>Ink.MaxPoints</c>).
    /// </summary>
    public static bool HasName(string name) => FindWords(name.Split('<')[0]).ToList() switch
    {
        [.., var type, var member] when Members.Contains(type) => Has(Members[type].Contains, member),
        [.., var last] => Has(Declared.Contains, last) || OtherWords.Contains(last) || IsOfSystem(last),
        _ => false,
    };

    /// <summary>Whether a file is called so or, where the name begins with a dot (<c>.razor.css</c>), ends so.</summary>
    public static bool HasFileName(string name) =>
        FileNames.Contains(name) || (name.StartsWith('.') && FileNames.Any(file => file.EndsWith(name, StringComparison.Ordinal)));

    /// <summary>Whether there is such a file or folder, seen from the root, the document's folder, the game's or the models'.</summary>
    public static bool HasPath(string folder, string path) =>
        new[] { "", folder, "src/GameNight", "data/models" }.Any(start => Path.Exists(Path.Combine(Repository.File(start), path)));

    private static bool Has(Func<string, bool> contains, string name) => contains(name) || contains(name + "Async");

    /// <summary>Whether it is one of .NET's own basic types: <c>TimeProvider</c>.</summary>
    private static bool IsOfSystem(string name) => typeof(object).Assembly.GetType($"{nameof(System)}.{name}") is not null;

    private static IEnumerable<(string Type, string Name)> FindMembers(string file) =>
        from type in CSharpSyntaxTree.ParseText(File.ReadAllText(Repository.File(file))).GetRoot().DescendantNodes()
            .OfType<BaseTypeDeclarationSyntax>()
        from name in type.ChildNodes().SelectMany(NamesOf).Prepend(type.Identifier.ValueText)
        select (type.Identifier.ValueText, name);

    /// <summary>What a child of a type's declaration declares: one name, several fields, or the parameters of a record.</summary>
    private static IEnumerable<string> NamesOf(SyntaxNode child) => child switch
    {
        BaseTypeDeclarationSyntax type => [type.Identifier.ValueText],
        DelegateDeclarationSyntax type => [type.Identifier.ValueText],
        MethodDeclarationSyntax method => [method.Identifier.ValueText],
        PropertyDeclarationSyntax property => [property.Identifier.ValueText],
        EventDeclarationSyntax raised => [raised.Identifier.ValueText],
        EnumMemberDeclarationSyntax value => [value.Identifier.ValueText],
        BaseFieldDeclarationSyntax fields => fields.Declaration.Variables.Select(field => field.Identifier.ValueText),
        ParameterListSyntax parameters => parameters.Parameters.Select(parameter => parameter.Identifier.ValueText),
        _ => [],
    };

    private static IEnumerable<string> FindWords(string text) => Word().Matches(text).Select(word => word.Value);

    [GeneratedRegex(@"[A-Za-z_]\w*")]
    private static partial Regex Word();
}
