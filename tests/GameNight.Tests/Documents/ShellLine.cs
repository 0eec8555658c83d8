using System.Text.RegularExpressions;

namespace GameNight.Tests.Documents;

/// <summary>One command of a script in a document.</summary>
/// <param name="Place">The document and the line where the script begins.</param>
/// <param name="Words">The program and its arguments, without quotes.</param>
internal sealed partial record ShellLine(string Place, string[] Words)
{
    public string Program => Words[0];

    /// <summary>The commands of all scripts, and those that stand in backticks within the text.</summary>
    public static IEnumerable<ShellLine> Of(Document document) =>
        document.Scripts.Concat(document.CodeSpans.Where(code => Command().IsMatch(code.Text))).SelectMany(Split);

    /// <summary>The arguments after a word; none where it is not there.</summary>
    public string[] After(string word) => [.. Words.SkipWhile(other => other != word).Skip(1)];

    private static IEnumerable<ShellLine> Split(Passage script) =>
        from line in script.Text.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n')
        from command in Separator().Split(Comment().Replace(line, ""))
        let words = Word().Matches(Prefix().Replace(command, "")).Select(word => word.Value.Trim('\'', '"')).ToArray()
        where words.Length > 0
        select new ShellLine(script.Place, words);

    [GeneratedRegex(@"^(\./[\w.-]+\.sh|dotnet (run|test|build)|node [\w./-]+\.mjs|npm )")]
    private static partial Regex Command();

    [GeneratedRegex(@"(^|\s)#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"&&|\|")]
    private static partial Regex Separator();

    /// <summary>What only says on which processors a command runs.</summary>
    [GeneratedRegex(@"^\s*taskset -c [\d,]+ ")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"'[^']*'|""[^""]*""|\S+")]
    private static partial Regex Word();
}
