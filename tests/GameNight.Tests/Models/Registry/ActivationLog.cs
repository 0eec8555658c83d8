using System.Globalization;
using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Tests.Storage;

namespace GameNight.Tests.Models.Registry;

/// <summary>The log of activations of a registry in a folder, and its files, which a test may leave as a crash would.</summary>
internal sealed class ActivationLog : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Registry => _folder.Path;

    public string Folder => Path.Combine(Registry, ".log");

    public string Lines => Path.Combine(Folder, "activations.jsonl");

    /// <summary>The names of the files in it, without the lock.</summary>
    public IEnumerable<string?> Files => Directory.EnumerateFiles(Folder).Select(Path.GetFileName).Where(name => name != ".lock").Order();

    /// <summary>Opens the registry as another process would.</summary>
    public FolderModelRegistry Open() => new(Registry);

    public static Activation Entry(int number, string by = "ann") =>
        new(number, "trees", $"{number}", $"{number + 1}", DateTimeOffset.UnixEpoch.AddMinutes(number), by, "it is better");

    public static IReadOnlyList<Activation> Entries(int count) => [.. Enumerable.Range(1, count).Select(number => Entry(number))];

    public async Task AppendAsync(int count)
    {
        foreach (var entry in Entries(count))
            Assert.True(await Open().TryAppendAsync(entry, default));
    }

    /// <summary>Writes entries as earlier builds did.</summary>
    public void WriteSingles(int first, int last)
    {
        Directory.CreateDirectory(Folder);
        for (var number = first; number <= last; number++)
            File.WriteAllBytes(Single(number), Entry(number).ToUtf8());
    }

    public string Single(int number) => Path.Combine(Folder, number.ToString("D8", CultureInfo.InvariantCulture) + ".json");

    public Task<IReadOnlyList<Activation>> ReadAsync(int after = 0) => Open().ReadLogAsync(after, default);

    public void Dispose() => _folder.Dispose();
}
