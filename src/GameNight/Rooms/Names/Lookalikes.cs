using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace GameNight.Rooms.Names;

/// <summary>What characters look like, as capital Latin letters: so names that a screen hardly tells apart are found.</summary>
/// <remarks>Unicode has a table of all confusables (UTS 39); these are the scripts and styles that keyboards and phones offer.</remarks>
internal static class Lookalikes
{
    /// <summary>Each Latin letter, before those that look like it. 1, l, | and i are one letter, and so are 0 and o.</summary>
    private static readonly FrozenDictionary<Rune, string> Capitals = Table(
        "AΑАᴀɑ", "BΒВЬʙ", "CСϹᴄ", "DĐÐԀᴅ", "EΕЕᴇ", "FϜꜰ", "GԌɢɡ", "HΗНҺĦʜ", "I1|lLΙІӀıɪʟŁ", "JЈͿᴊ", "KΚКᴋ", "MΜМϺᴍ",
        "NΝɴ", "O0ΟОØՕᴏ", "PΡРᴘ", "QԚ", "RʀƦ", "SЅՏꜱ", "TΤТᴛ", "UՍᴜ", "VѴᴠ", "WԜᴡ", "XΧХ", "YΥУҮʏ", "ZΖᴢ");

    /// <summary>Small letters that look like another letter than their capitals do.</summary>
    private static readonly FrozenDictionary<Rune, string> Small =
        Table("Nηп", "Oσ", "Rг", "Uυи", "Vν", "Wωш", "Yγ");

    /// <summary>
    /// A text as it looks: without accents, in capitals, with Latin letters in the place of what looks like one. Blanks, punctuation and
    /// emoji stay.
    /// </summary>
    public static string Fold(string text)
    {
        var plain = PlainLetters.Strip(text);
        // Among Latin letters a Greek ν is there for its look. In a Greek name it is the small Ν, and both have to be one.
        var isMixed = plain.Any(char.IsAsciiLetter);
        var folded = new StringBuilder(plain.Length);
        foreach (var rune in plain.EnumerateRunes().Where(rune => !IsAccent(rune)))
            folded.Append(isMixed && Small.TryGetValue(rune, out var small) ? small : Capital(rune));
        return folded.ToString();
    }

    private static string Capital(Rune rune)
    {
        var capital = Rune.ToUpperInvariant(rune);
        return Capitals.TryGetValue(rune, out var letter) || Capitals.TryGetValue(capital, out letter) ? letter : rune.Value switch
        {
            'ß' or 'ẞ' => "SS",
            'æ' or 'Æ' => "AE",
            'œ' or 'Œ' => "OE",
            _ => capital.ToString(),
        };
    }

    /// <summary>The signs over and under letters that all scripts share, and those that choose how a character is drawn.</summary>
    private static bool IsAccent(Rune rune) => rune.Value is >= 0x300 and <= 0x36F or >= 0x1AB0 and <= 0x1AFF or >= 0x1DC0 and <= 0x1DFF
        or >= 0x20D0 and <= 0x20FF or >= 0xFE00 and <= 0xFE0F or >= 0xFE20 and <= 0xFE2F
        || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;

    private static FrozenDictionary<Rune, string> Table(params string[] rows) => rows
        .SelectMany(row => row.EnumerateRunes().Skip(1).Select(like => KeyValuePair.Create(like, row[..1])))
        .ToFrozenDictionary();
}
