namespace GameNight.Tests.Architecture;

/// <summary>The order of the folders. A folder may depend only on folders below it.</summary>
/// <param name="folders">The folders from top to bottom, each once.</param>
internal sealed class LayerOrder(IReadOnlyList<string> folders)
{
    private const string Marker = "<!-- folders, from top to bottom -->";

    /// <summary>
    /// Reads the order from the first code block after the marker in a document. The first word of each line is a folder.
    /// </summary>
    public static LayerOrder Read(string document)
    {
        var block = document[document.IndexOf(Marker, StringComparison.Ordinal)..].Split("```")[1];
        var lines = block.Split('\n').Skip(1).Where(line => line.Length > 0);
        return new LayerOrder([.. lines.Select(line => line.Split(' ')[0].TrimEnd('/'))]);
    }

    /// <summary>The faults, each with its file and line and with advice.</summary>
    public IEnumerable<string> Faults(SourceTree tree, string project)
    {
        foreach (var folder in tree.Folders.Except(folders))
        {
            yield return $"{project}/{folder} is not in the order of folders. Add it to docs/architecture.md, above every folder that it "
                + "uses and below every one that uses it.";
        }

        foreach (var folder in folders.Except(tree.Folders))
            yield return $"{folder} is in the order of folders in docs/architecture.md, but {project}/{folder} has no source files.";
        var arrows = tree.Arrows.Where(arrow => folders.Contains(arrow.From) && folders.Contains(arrow.To)).ToList();
        foreach (var arrow in arrows.Where(PointsUp).DistinctBy(arrow => (arrow.From, arrow.File, arrow.Line, arrow.To)))
        {
            yield return $"{project}/{arrow.File}:{arrow.Line}: {arrow.From} → {arrow.To} points up ({arrow.Text}). "
                + $"{Cycle(arrow, arrows)}Move what is used down to {arrow.From} or below it, or what uses it up; the order is in "
                + "docs/architecture.md.";
        }
    }

    private bool PointsUp(Arrow arrow) => Position(arrow.To) < Position(arrow.From);

    private int Position(string folder) => folders.Index().First(item => item.Item == folder).Index;

    /// <summary>The shortest path back of an arrow that closes a cycle, as a sentence; empty if there is none.</summary>
    private static string Cycle(Arrow arrow, IReadOnlyList<Arrow> arrows)
    {
        var reachedBy = new Dictionary<string, Arrow?> { [arrow.To] = null };
        var queue = new Queue<string>([arrow.To]);
        while (queue.TryDequeue(out var folder))
        {
            foreach (var next in arrows.Where(other => other.From == folder && !reachedBy.ContainsKey(other.To)))
            {
                reachedBy[next.To] = next;
                queue.Enqueue(next.To);
            }
        }

        if (!reachedBy.TryGetValue(arrow.From, out var last))
            return "";
        var path = new List<string>();
        for (var step = last; step is not null; step = reachedBy[step.From])
            path.Insert(0, $"{step.From} → {step.To} ({step.File}:{step.Line})");
        return $"It closes a cycle with {string.Join(", ", path)}. ";
    }
}
