
namespace GameNight.Tests.Architecture;

/// <summary>The C# and Razor files below a folder, where each folder is a namespace: who declares what, and who mentions what.</summary>
internal sealed class SourceTree
{
    private readonly string _rootNamespace;
    private readonly List<SourceFile> _files;
    private readonly ILookup<string, string> _types;

    /// <param name="path">The project's folder.</param>
    /// <param name="rootNamespace">The namespace of the files directly in it.</param>
    public SourceTree(string path, string rootNamespace)
    {
        _rootNamespace = rootNamespace;
        _files = [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(path, file).Replace('\\', '/'))
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "wwwroot"))
            .Order(StringComparer.Ordinal)
            .Select(file => SourceFile.Read(path, file))];
        _types = _files.SelectMany(file => file.Types.Select(type => (file.Folder, type))).ToLookup(pair => pair.Folder, pair => pair.type);
        Folders = _files.Select(file => file.Folder).Where(folder => folder.Length > 0).ToHashSet();
    }

    /// <summary>Every folder with files directly in it, as <c>Scoreboard/Charts</c>; not the root.</summary>
    public IReadOnlySet<string> Folders { get; }

    /// <summary>Every mention of another folder's namespace or type. The root, a table of contents, may mention whatever it likes.</summary>
    public IEnumerable<Arrow> Arrows =>
        from file in _files
        from mention in file.Mentions
        let target = Resolve(file, mention)
        where target is not null
        from folder in mention.IsForAll ? FoldersBelow(file) : [file.Folder]
        where folder.Length > 0 && folder != target
        select new Arrow(folder, target, file.Path, mention.Line, mention.Text);

    /// <summary>As C# looks a name up: from the innermost namespace outwards. What a using directive brings in is that directive's mention.</summary>
    private string? Resolve(SourceFile file, Mention mention)
    {
        if (mention.IsDirective)
            return FolderOf(mention.Name.Split('.'), 0, "", isDirective: true);
        var parts = mention.Name.Split('.');
        for (var scope = file.Folder; ; scope = Path.GetDirectoryName(scope)!)
        {
            if (FolderOf(parts, 0, scope, isDirective: false) is { } found)
                return found;
            if (scope.Length > 0 && _types[scope].Contains(parts[0]))
                return scope;
            if (scope.Length == 0)
                return null;
        }
    }

    /// <summary>The folder that the first parts of a name are the namespace of, where a type of it follows, or, in a directive, nothing.</summary>
    private string? FolderOf(string[] parts, int start, string scope, bool isDirective)
    {
        if (start == 0 && parts[0] == _rootNamespace)
            (start, scope) = (1, "");
        else if (isDirective)
            return null;
        var folder = scope;
        string? found = null;
        for (var i = start; i < parts.Length; i++)
        {
            if (i > start && Folders.Contains(folder) && _types[folder].Contains(parts[i]))
                found = folder;
            folder = folder.Length == 0 ? parts[i] : $"{folder}/{parts[i]}";
        }

        return isDirective && Folders.Contains(folder) ? folder : found;
    }

    /// <summary>The folders for whose files a <c>global using</c> or <c>_Imports.razor</c> holds.</summary>
    private IEnumerable<string> FoldersBelow(SourceFile file) =>
        _files.Where(other => other.IsRazor || !file.IsRazor).Select(other => other.Folder).Where(folder => IsWithin(folder, file.Folder)).Distinct();

    private static bool IsWithin(string folder, string scope) => scope.Length == 0 || folder == scope || folder.StartsWith(scope + "/", StringComparison.Ordinal);
}

/// <summary>One folder mentions another.</summary>
/// <param name="From">The folder that mentions.</param>
/// <param name="To">The folder that is mentioned.</param>
/// <param name="File">The file, relative to the project.</param>
/// <param name="Line">The line in it, from 1.</param>
/// <param name="Text">What stands there.</param>
internal sealed record Arrow(string From, string To, string File, int Line, string Text);
