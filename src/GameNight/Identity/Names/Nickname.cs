using System.Globalization;
using System.Text;

namespace GameNight.Identity.Names;

/// <summary>What a player may be called on the board: 1 to 20 characters that everybody can see.</summary>
public static class Nickname
{
    /// <summary>As people count them: an accent or a family of emoji is not one of its own.</summary>
    public const int MaxLength = 20;

    /// <summary>Also of what lies on top of each other.</summary>
    private const int MaxCodes = 60;

    /// <summary>Trims it, and makes one blank of several.</summary>
    /// <param name="text">As it was typed.</param>
    /// <param name="name">The nickname; empty where it is none.</param>
    /// <param name="trouble">What is wrong with it, in a sentence; null where it is one.</param>
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
        _ when new StringInfo(name).LengthInTextElements > MaxLength || name.Length > MaxCodes => "That is too long: a name has at most 20 characters.",
        _ when !IsWellFormed(name) || name.EnumerateRunes().Any(IsUnseen) || !name.EnumerateRunes().Any(IsSeen) => "That has characters which nobody can see. Use letters, digits, signs or emoji.",
        _ when GuestName.IsOne(name) => "That is what guests are called. Choose another name.",
        _ => null,
    };

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

    /// <summary>Controls, and what turns the writing round or joins it; but for the joiner that makes one emoji of several.</summary>
    private static bool IsUnseen(Rune rune) => rune.Value != 0x200D && Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static bool IsSeen(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.IsPunctuation(rune) || Rune.IsSymbol(rune);
}
