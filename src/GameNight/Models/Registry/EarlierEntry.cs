using System.Globalization;

namespace GameNight.Models.Registry;

/// <summary>An entry of a log of activations in a file of its own, as earlier builds wrote it: <c>00000001.json</c> and so on.</summary>
/// <param name="Number">Its number, by the file's name.</param>
/// <param name="Path">The file.</param>
/// <param name="Content">What is in it.</param>
internal sealed record EarlierEntry(int Number, string Path, byte[] Content)
{
    /// <summary>Reads the entries after a number, as far as there is no gap.</summary>
    public static async Task<List<EarlierEntry>> ReadAsync(string folder, int after, CancellationToken cancellation)
    {
        var entries = new List<EarlierEntry>();
        try
        {
            for (var number = after + 1; PathOf(folder, number) is var path && File.Exists(path); number++)
                entries.Add(new EarlierEntry(number, path, await File.ReadAllBytesAsync(path, cancellation)));
        }
        catch (FileNotFoundException)
        {
            // Another process has taken it into the one file at this moment.
        }

        return entries;
    }

    /// <summary>Deletes those that are in the one file by now.</summary>
    public static void DeleteAll(string folder)
    {
        try
        {
            foreach (var path in Directory.EnumerateFiles(folder, "????????.json"))
                File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nobody reads them any more, what was appended is on the disk, and the next append tries again.
        }
    }

    /// <exception cref="ModelRegistryException">It is no entry, or another's.</exception>
    public Activation Parse() => ActivationLines.Parse(Content, Number, Path);

    private static string PathOf(string folder, int number) =>
        System.IO.Path.Combine(folder, number.ToString("D8", CultureInfo.InvariantCulture) + ".json");
}
