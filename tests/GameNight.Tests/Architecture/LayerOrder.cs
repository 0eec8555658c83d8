namespace GameNight.Tests.Architecture;

/// <summary>The order of the folders from top to bottom: an arrow from one folder to another must point down.</summary>
/// <param name="folders">Each folder once.</param>
internal sealed class LayerOrder(IReadOnlyList<string> folders)
{
    private const string Begin = "<!-- folders, from top to bottom -->";

    /// <summary>Reads the order from the first code block behind the mark in a document: the first word of each line is a folder.</summary>
    public static LayerOrder Read(string document)
    {
        var block = document[document.IndexOf(Begin, StringComparison.Ordinal)..].Split("```")[1];
        return new LayerOrder([.. block.Split('\n').Skip(1).Where(line => line.Length > 0).Select(line => line.Split(' ')[0].TrimEnd('/'))]);
    }

    /// <summary>Everything that is wrong, each in a sentence with its place.</summary>
    public IEnumerable<string> Faults(SourceTree tree, string project)
    {
        foreach (var folder in tree.Folders.Except(folders))
            yield return $"{project}/{folder} is not in the order of folders. Add it to docs/architecture.md, above every folder that it uses and below every one that uses it.";
        foreach (var folder in folders.Except(tree.Folders))
            yield return $"{folder} is in the order of folders in docs/architecture.md, but {project}/{folder} has no source files.";
        var arrows = tree.Arrows.Where(arrow => folders.Contains(arrow.From) && folders.Contains(arrow.To)).ToList();
        foreach (var arrow in arrows.Where(PointsUp).DistinctBy(arrow => (arrow.From, arrow.File, arrow.Line, arrow.To)))
        {
            yield return $"{project}/{arrow.File}:{arrow.Line}: {arrow.From} → {arrow.To} points up ({arrow.Text}). {WayBack(arrow, arrows)}"
                + $"Move what is used down to {arrow.From} or below it, or what uses it up; the order is in docs/architecture.md.";
        }
    }

    private bool PointsUp(Arrow arrow) => Place(arrow.To) < Place(arrow.From);

    private int Place(string folder) => folders.Index().First(item => item.Item == folder).Index;

    /// <summary>An arrow that closes a cycle says which arrows lead the other way.</summary>
    private static string WayBack(Arrow arrow, IReadOnlyList<Arrow> arrows)
    {
        var from = new Dictionary<string, Arrow?> { [arrow.To] = null };
        var queue = new Queue<string>([arrow.To]);
        while (queue.TryDequeue(out var folder))
        {
            foreach (var next in arrows.Where(other => other.From == folder && !from.ContainsKey(other.To)))
            {
                from[next.To] = next;
                queue.Enqueue(next.To);
            }
        }

        if (!from.TryGetValue(arrow.From, out var last))
            return "";
        var way = new List<string>();
        for (var step = last; step is not null; step = from[step.From])
            way.Insert(0, $"{step.From} → {step.To} ({step.File}:{step.Line})");
        return $"It closes a cycle with {string.Join(", ", way)}. ";
    }
}
