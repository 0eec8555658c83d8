using System.Globalization;
using System.Text;
using GameNight.Identity.Names;

namespace GameNight.Rooms.Names;

/// <summary>
/// The name that a person types to play in a room, on whose screen all see it: a <see cref="Nickname"/> in plain characters that is not
/// rude. Two names of one room must not have the same <see cref="Skeleton"/>.
/// </summary>
public static class SeatName
{
    /// <summary>Trims a name, makes one blank of several and plain letters of full-width or styled ones, and checks it.</summary>
    /// <param name="text">As it was typed.</param>
    /// <param name="name">The name; empty where the text is none.</param>
    /// <param name="trouble">What is wrong with the text, in a sentence for the player; null where it is a name.</param>
    public static bool TryRead(string? text, out string name, out string? trouble)
    {
        // Once more when it is plain: it may be longer then, or a guest's name.
        if (!Nickname.TryRead(text, out name, out trouble) || !Nickname.TryRead(PlainLetters.Unstyle(name), out name, out trouble))
            return false;

        if (!RudeWords.IsIn(name))
            return true;
        (name, trouble) = ("", "That’s not a name for a screen that everybody sees. Pick another one.");
        return false;
    }

    /// <summary>
    /// What a name looks like from across the room. Names that differ only in case, accents, blanks, punctuation, or in characters that
    /// look alike, such as 0 and o, 1 and l, or a Latin and a Cyrillic a, have the same. It is for comparing, not for showing.
    /// </summary>
    /// <param name="name">A name that <see cref="TryRead"/> gave.</param>
    public static string Skeleton(string name)
    {
        var folded = Lookalikes.Fold(name);
        var bones = string.Concat(folded.EnumerateRunes().Where(IsBone));
        // "???" has none, and is another name than "!!!".
        return bones.Length > 0 ? bones : folded;
    }

    /// <summary>Emoji are, and tell players apart; what stands between letters or decorates them is not.</summary>
    private static bool IsBone(Rune rune) => !Rune.IsWhiteSpace(rune) && !Rune.IsPunctuation(rune)
        && Rune.GetUnicodeCategory(rune) is not UnicodeCategory.ModifierSymbol && !(rune.IsAscii && Rune.IsSymbol(rune));
}
