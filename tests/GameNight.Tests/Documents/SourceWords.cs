using System.Text.RegularExpressions;
using GameNight.Tests.Architecture;
using Microsoft.CodeAnalysis.CSharp;

namespace GameNight.Tests.Documents;

/// <summary>What a document can name: the words and files of the repository's source.</summary>
internal static partial class SourceWords
{
    private static readonly string[] Kinds =
        [".razor", ".ts", ".js", ".mjs", ".css", ".py", ".sh", ".targets", ".props", ".csproj", ".json"];

    private static readonly HashSet<string> Words =
    [
        .. Repository.Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal)).SelectMany(FindIdentifiers),
        .. Repository.Files.Where(file => Array.Exists(Kinds, kind => file.EndsWith(kind, StringComparison.Ordinal)))
            .SelectMany(file => FindWords(Path.GetFileNameWithoutExtension(file) + " " + File.ReadAllText(Repository.File(file)))),
    ];

    private static readonly HashSet<string> FileNames = [.. Repository.Files.Select(file => file[(file.LastIndexOf('/') + 1)..])];

    /// <summary>Whether a name (<c>Contestants</c>, <c>Ink.MaxPoints</c>) occurs in the source, part by part.</summary>
    public static bool HasName(string name) => FindWords(name).All(part => Words.Contains(part) || Words.Contains(part + "Async"));

    /// <summary>Whether a file is called so or, where the name begins with a dot (<c>.razor.css</c>), ends so.</summary>
    public static bool HasFileName(string name) =>
        FileNames.Contains(name) || (name.StartsWith('.') && FileNames.Any(file => file.EndsWith(name, StringComparison.Ordinal)));

    /// <summary>Whether there is such a file or folder, seen from the root, the document's folder, the game's or the models'.</summary>
    public static bool HasPath(string folder, string path) =>
        new[] { "", folder, "src/GameNight", "data/models" }.Any(start => Path.Exists(Path.Combine(Repository.File(start), path)));

    /// <summary>Neither strings nor comments, which may speak of what is gone.</summary>
    private static IEnumerable<string> FindIdentifiers(string file) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(Repository.File(file))).GetRoot().DescendantTokens()
            .Where(token => token.RawKind == (int)SyntaxKind.IdentifierToken).Select(token => token.ValueText);

    private static IEnumerable<string> FindWords(string text) => Word().Matches(text).Select(word => word.Value);

    [GeneratedRegex(@"[A-Za-z_]\w*")]
    private static partial Regex Word();
}
