using System.Globalization;

namespace GameNight.Rooms.Names;

/// <summary>
/// The code by which phones find a room: four letters, as they are called across a room and typed with a thumb. Without vowels hardly
/// any is a word, and without Y none is either.
/// </summary>
public static class RoomCode
{
    /// <summary>In letters.</summary>
    public const int Length = 4;

    private const string Letters = "BCDFGHJKLMNPQRSTVWXZ";

    /// <summary>What is read as a slur, an obscenity or a slogan though its vowels are missing; none may be in a code.</summary>
    private static readonly string[] Denied =
    [
        "BDS", "BLM", "BTCH", "CCK", "CLT", "CNT", "DCK", "DLD", "FCK", "FGG", "FGT", "FJB", "FKC", "FKK", "FKN", "FTZ", "FVCK",
        "GSTP", "HH", "HRN", "HTL", "JZZ", "KKK", "KNT", "LGB", "LSD", "MFK", "MLF", "NGG", "NGR", "NPD", "NSD", "NZS", "PDPH",
        "PNS", "PRN", "PSS", "PTN", "RPD", "RTRD", "SHT", "SLT", "SS", "SXX", "TRD", "TTS", "TWT", "VGN", "WCHS", "WHR", "WNK",
        "WTF", "XXX",
    ];

    /// <summary>A code by lot. Whether a room has it already is for the caller to see.</summary>
    /// <param name="random">Draws the letters.</param>
    public static string Next(Random random)
    {
        string code;
        do
            code = new string(random.GetItems<char>(Letters, Length));
        while (Denied.Any(code.Contains));
        return code;
    }

    /// <summary>Reads a code as it was typed: small letters, blanks and hyphens do not matter.</summary>
    /// <returns>Null where the text is no code.</returns>
    public static string? Read(string? text)
    {
        var code = string.Concat((text ?? "").Where(sign => !IsGap(sign))).ToUpperInvariant();
        return code.Length == Length && code.All(Letters.Contains) ? code : null;
    }

    private static bool IsGap(char sign) =>
        char.IsWhiteSpace(sign) || char.GetUnicodeCategory(sign) is UnicodeCategory.DashPunctuation;
}
