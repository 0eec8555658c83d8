using System.Globalization;
using System.Text;

namespace GameNight.Identity.Names;

/// <summary>The rule for the name that a player gives: 1 to 20 visible characters, unlike a guest's name.</summary>
public static class Nickname
{
    /// <summary>In characters as people count them: a letter with its accents is one, and so is a family of emoji.</summary>
    public const int MaxLength = 20;

    /// <summary>In UTF-16 code units, against heaps of accents on one letter.</summary>
    private const int MaxCodeUnits = 60;

    /// <summary>Trims a name, makes one blank of several, and checks it.</summary>
    /// <param name="text">As it was typed.</param>
    /// <param name="name">The nickname; empty where the text is none.</param>
    /// <param name="trouble">What is wrong with the text, in a sentence for the player; null where it is a nickname.</param>
    public static bool TryRead(string? text, out string name, out string? trouble)
    {
        name = string.Join(' ', (text ?? "").Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        trouble = Fault(name);
        if (trouble is not null)
            name = "";
        return trouble is null;
    }

    private static string? Fault(string name) => name switch
    {
        "" => "Write 1 to 20 characters.",
        _ when new StringInfo(name).LengthInTextElements > MaxLength || name.Length > MaxCodeUnits =>
            "That’s too long: a name has at most 20 characters.",
        _ when !IsWellFormed(name) || name.EnumerateRunes().Any(IsInvisible) || !name.EnumerateRunes().Any(IsVisible) =>
            "That name has characters nobody can see. Use letters, digits, signs or emoji.",
        _ when GuestName.IsGuestName(name) => "That’s what guests are called. Choose another name.",
        _ => null,
    };

    /// <summary>Whether every surrogate has its other half.</summary>
    private static bool IsWellFormed(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (!char.IsSurrogate(name[i]))
                continue;
            if (i + 1 == name.Length || !char.IsSurrogatePair(name[i], name[i + 1]))
                return false;
            i++;
        }

        return true;
    }

    /// <summary>Controls, and characters that turn the direction of writing or join others, but for the joiner within emoji.</summary>
    private static bool IsInvisible(Rune rune) => rune.Value != 0x200D && Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static bool IsVisible(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.IsPunctuation(rune) || Rune.IsSymbol(rune);
}
