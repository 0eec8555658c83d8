using System.Collections.Frozen;
using System.Text;

namespace GameNight.Rooms.Names;

/// <summary>
/// Plain characters in the place of styled and accented ones. It is what Unicode's normalisation does to the scripts that names have
/// look-alikes in; the framework's own does nothing here, as the game runs without a country's settings (InvariantGlobalization).
/// </summary>
internal static class PlainLetters
{
    private static readonly (FrozenDictionary<Rune, string> Styles, FrozenDictionary<Rune, string> Accents) Tables = Read();

    /// <summary>Puts plain characters for full-width, bold, script and other styles of them: the part of NFKC that can be seen.</summary>
    public static string Unstyle(string text) => Replace(text, Tables.Styles);

    /// <summary>
    /// Puts plain characters also for letters with accents, and for letters in boxes and flags, which Unicode takes for pictures.
    /// </summary>
    public static string Strip(string text) => string.Concat(Replace(Unstyle(text), Tables.Accents).EnumerateRunes().Select(Unbox));

    private static string Unbox(Rune rune) => rune.Value switch
    {
        >= 0x1F150 and <= 0x1F169 => $"{(char)('A' + rune.Value - 0x1F150)}",
        >= 0x1F170 and <= 0x1F189 => $"{(char)('A' + rune.Value - 0x1F170)}",
        >= 0x1F1E6 and <= 0x1F1FF => $"{(char)('A' + rune.Value - 0x1F1E6)}",
        _ => rune.ToString(),
    };

    private static string Replace(string text, FrozenDictionary<Rune, string> table) =>
        string.Concat(text.EnumerateRunes().Select(rune => table.GetValueOrDefault(rune) ?? rune.ToString()));

    private static (FrozenDictionary<Rune, string> Styles, FrozenDictionary<Rune, string> Accents) Read()
    {
        using var stream = typeof(PlainLetters).Assembly.GetManifestResourceStream($"{typeof(PlainLetters).FullName}.txt")!;
        using var reader = new StreamReader(stream);
        // Before the first part stands what it is.
        var parts = reader.ReadToEnd().ReplaceLineEndings("\n").Split("\n\n");
        return (ReadTable(parts[1]), ReadTable(parts[2]));
    }

    private static FrozenDictionary<Rune, string> ReadTable(string part) => part.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(line => line.Split(' ') is [var plain, var others]
            ? others.EnumerateRunes().Select(other => KeyValuePair.Create(other, plain))
            : throw new InvalidDataException($"This is no line of plain letters: {line}"))
        .ToFrozenDictionary();
}
