namespace GameNight.Rooms.Names;

/// <summary>One of the words that <see cref="RudeWords"/> looks for.</summary>
/// <param name="Letters">As they look: see <see cref="Lookalikes.Fold"/>.</param>
/// <param name="MayFollow">Whether other letters may come before it.</param>
/// <param name="MayGoOn">Whether other letters may come after it.</param>
internal sealed record RudeWord(string Letters, bool MayFollow, bool MayGoOn)
{
    /// <summary>Stands in a text for whatever letter.</summary>
    public const char Blot = '*';

    /// <summary>Whether no name that people have contains it.</summary>
    public bool IsAnywhere => MayFollow && MayGoOn;

    /// <param name="entry">The word, with a star where other letters may come.</param>
    public static RudeWord Parse(string entry) => new(Lookalikes.Fold(entry.Trim('*')), entry.StartsWith('*'), entry.EndsWith('*'));

    /// <summary>Whether a text is the word, or contains it where it may.</summary>
    /// <param name="text">Folded.</param>
    public bool IsIn(ReadOnlySpan<char> text)
    {
        for (var start = 0; start <= (MayFollow ? text.Length - Letters.Length : 0); start++)
        {
            if (EndIn(text[start..]) is { } end && (MayGoOn || start + end == text.Length))
                return true;
        }

        return false;
    }

    /// <summary>Whether a text is the word, with nothing before or after.</summary>
    /// <param name="text">Folded.</param>
    public bool Is(ReadOnlySpan<char> text) => EndIn(text) == text.Length;

    /// <summary>
    /// Where the word ends that begins a text; null where none does. A letter that is written three times and more is one that is
    /// stretched. Annus is a surname, and its two n are not.
    /// </summary>
    private int? EndIn(ReadOnlySpan<char> text)
    {
        var end = 0;
        for (int i = 0, next; i < Letters.Length; i = next)
        {
            var letter = Letters[i];
            for (next = i; next < Letters.Length && Letters[next] == letter;)
                next++;
            var (wanted, found) = (next - i, 0);
            while (end < text.Length && (text[end] == letter || (text[end] == Blot && found < wanted && end > 0)))
                (end, found) = (end + 1, found + 1);
            if (found < wanted || (found > wanted && found < 3 && !IsAnywhere))
                return null;
        }

        return text[end - 1] == Blot ? null : end;
    }
}
