using System.Globalization;
using System.Text;

namespace GameNight.Rooms.Names;

/// <summary>
/// Finds slurs and profanity in names, also in disguise: <c>sh1t</c>, <c>s h i t</c>, <c>SHIIIT</c>, <c>sh*t</c>. Most are found only as
/// whole words, so that Cassandra from Scunthorpe may play. The words are in <c>RudeWords.txt</c>.
/// </summary>
internal static class RudeWords
{
    /// <summary>Signs that stand for letters, and the letters. 0, 1 and | are not here: they look like letters everywhere.</summary>
    private const string Signs = "!345789@$+€£¢";
    private const string SignLetters = "IEASTBGASTEIC";

    /// <summary>Signs that stand for whatever letter.</summary>
    private const string Blots = "*#";

    /// <summary>The fewest letters of a word that is found in pieces with blanks between them. Ana L and Al An are people.</summary>
    private const int MinPieced = 6;

    private static readonly IReadOnlyList<RudeWord> All = Read();

    public static bool IsIn(string name)
    {
        var plain = PlainLetters.Strip(name);
        return IsInWords(plain) || IsInWords(SplitCamels(plain));
    }

    private static bool IsInWords(string text)
    {
        var words = text.Split(' ').Select(PiecesOf).Where(pieces => pieces.Count > 0).ToList();
        return words.Any(pieces => pieces.Append(string.Concat(pieces)).Any(IsRude))
            || IsInPieces([.. words.Select(pieces => string.Concat(pieces))]);
    }

    /// <summary>The runs of letters, and of what may stand for letters, between hyphens, dots and emoji.</summary>
    private static List<string> PiecesOf(string word) =>
        [.. string.Concat(word.Select(sign => IsLetterLike(sign) ? sign : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static bool IsLetterLike(char sign) => char.IsLetterOrDigit(sign) || sign == '|' || Signs.Contains(sign) || Blots.Contains(sign)
        || char.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark;

    /// <summary>Whether words with blanks between them are the pieces of a rude one.</summary>
    private static bool IsInPieces(IReadOnlyList<string> words)
    {
        var spans = from first in Enumerable.Range(0, words.Count)
                    from count in Enumerable.Range(2, Math.Max(0, words.Count - first - 1))
                    select words.Skip(first).Take(count).ToList();
        return spans.Any(span =>
        {
            var isSpelt = span.All(word => word.Length == 1);
            var letters = LettersOf(string.Concat(span));
            return All.Any(rude => (isSpelt || rude.IsAnywhere || rude.Letters.Length >= MinPieced) && rude.Is(letters));
        });
    }

    /// <summary>Digits and signs at the ends may stand for letters, or be decoration.</summary>
    private static bool IsRude(string piece)
    {
        var start = piece.TakeWhile(sign => !char.IsLetter(sign)).Count();
        var end = piece.Length - piece.Reverse().TakeWhile(sign => !char.IsLetter(sign)).Count();
        string[] readings = [piece, piece[start..], piece[..end], piece[Math.Min(start, end)..end]];
        return readings.Where(IsWord).Select(LettersOf).Any(letters => All.Any(rude => rude.IsIn(letters)));
    }

    /// <summary>455 is a number.</summary>
    private static bool IsWord(string text) => text.Any(sign => char.IsLetter(sign) || sign is '@' or '$');

    private static string LettersOf(string piece) => string.Concat(Lookalikes.Fold(piece).Select(sign =>
        Blots.Contains(sign) ? RudeWord.Blot
        : Signs.IndexOf(sign) is >= 0 and var i ? SignLetters[i]
        : sign));

    private static string SplitCamels(string text)
    {
        var split = new StringBuilder();
        foreach (var (i, sign) in text.Index())
            split.Append(i > 0 && char.IsLower(text[i - 1]) && char.IsUpper(sign) ? " " : "").Append(sign);
        return split.ToString();
    }

    private static List<RudeWord> Read()
    {
        using var stream = typeof(RudeWords).Assembly.GetManifestResourceStream($"{typeof(RudeWords).FullName}.txt")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith('#'));
        return [.. string.Join(' ', lines).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Select(RudeWord.Parse)];
    }
}
