using System.Globalization;

namespace GameNight.Models.Registry;

/// <summary>An entry of a log of activations in a file of its own, as earlier builds wrote it: <c>00000001.json</c> and so on.</summary>
/// <param name="Number">Its number, by the file's name.</param>
/// <param name="Path">The file.</param>
/// <param name="Content">What is in it.</param>
internal sealed record EarlierEntry(int Number, string Path, byte[] Content)
{
    /// <summary>Reads all that are in a folder, by number.</summary>
    public static async Task<IReadOnlyList<EarlierEntry>> ReadAsync(string folder, CancellationToken cancellation)
    {
        var entries = new List<EarlierEntry>();
        try
        {
            foreach (var (number, path) in List(folder))
                entries.Add(new EarlierEntry(number, path, await File.ReadAllBytesAsync(path, cancellation)));
        }
        catch (FileNotFoundException)
        {
            // Another process has taken it, and those after it, into the one file at this moment.
        }

        return entries;
    }

    /// <summary>Those that go on after a number, as far as there is no gap.</summary>
    public static IEnumerable<EarlierEntry> Following(IEnumerable<EarlierEntry> entries, int number)
    {
        foreach (var entry in entries)
        {
            if (entry.Number == number + 1)
            {
                yield return entry;
                number++;
            }
        }
    }

    /// <summary>Deletes those that are in the one file by now.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="last">The number of the last line of that file.</param>
    public static void Delete(string folder, int last)
    {
        try
        {
            foreach (var (_, path) in List(folder).TakeWhile(entry => entry.Number <= last))
                File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nobody reads them any more, what was appended is on the disk, and the next append tries again.
        }
    }

    /// <exception cref="ModelRegistryException">It is no entry, or another's.</exception>
    public Activation Parse() => ActivationLines.Parse(Content, Number, Path);

    private static List<(int Number, string Path)> List(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateFiles(folder, "*.json")
            .Select(path => (Number: NumberOf(System.IO.Path.GetFileNameWithoutExtension(path)), Path: path))
            .Where(entry => entry.Number > 0).OrderBy(entry => entry.Number),
    ];

    /// <returns>0 where the name is no entry's.</returns>
    private static int NumberOf(string name) =>
        name.Length == 8 && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
