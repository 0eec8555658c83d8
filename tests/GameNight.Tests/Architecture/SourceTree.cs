
namespace GameNight.Tests.Architecture;

/// <summary>The C# and Razor files below a folder, where each folder is a namespace, and the dependencies between the folders.</summary>
internal sealed class SourceTree
{
    private readonly string _rootNamespace;
    private readonly List<SourceFile> _files;
    private readonly ILookup<string, string> _types;

    /// <summary>Reads all files.</summary>
    /// <param name="path">The folder of the project.</param>
    /// <param name="rootNamespace">The namespace of the files directly in that folder.</param>
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

    /// <summary>The folders with files directly in them, such as <c>Scoreboard/Charts</c>, except the root.</summary>
    public IReadOnlySet<string> Folders { get; }

    /// <summary>All mentions of another folder's namespace or types, except in the root, which may mention every folder.</summary>
    public IEnumerable<Arrow> Arrows =>
        from file in _files
        from mention in file.Mentions
        let target = Resolve(file, mention)
        where target is not null
        from folder in mention.IsGlobal ? FoldersBelow(file) : [file.Folder]
        where folder.Length > 0 && folder != target
        select new Arrow(folder, target, file.Path, mention.Line, mention.Text);

    /// <summary>
    /// The folder of a mentioned name, looked up as in C# from the innermost namespace outwards; null if there is none. Names that using
    /// directives import are counted where the directive is.
    /// </summary>
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

    /// <summary>
    /// The folder whose namespace the first parts of a name are, if one of its types follows, or in a directive if nothing follows;
    /// otherwise null.
    /// </summary>
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

    /// <summary>The folders to whose files a <c>global using</c> or <c>_Imports.razor</c> applies.</summary>
    private IEnumerable<string> FoldersBelow(SourceFile file) =>
        _files.Where(other => other.IsRazor || !file.IsRazor).Select(other => other.Folder)
            .Where(folder => IsWithin(folder, file.Folder)).Distinct();

    private static bool IsWithin(string folder, string scope) =>
        scope.Length == 0 || folder == scope || folder.StartsWith(scope + "/", StringComparison.Ordinal);
}
