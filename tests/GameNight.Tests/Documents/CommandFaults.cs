using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;
using GameNight.Commands;
using GameNight.Tests.Architecture;

namespace GameNight.Tests.Documents;

/// <summary>Finds the commands in a document that cannot be typed as they stand there.</summary>
internal static partial class CommandFaults
{
    private const string Benchmarks = "tests/GameNight.Benchmarks";

    /// <summary>The game's verbs, as <c>Program.cs</c> offers them.</summary>
    private static readonly Dictionary<string, Command> Verbs = typeof(ServeCommand).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(ServeCommand).Namespace)
        .Select(type => type.GetMethod("Create", [])?.Invoke(null, null)).OfType<Command>().ToDictionary(command => command.Name);

    /// <summary>Each in a sentence with its place.</summary>
    public static IEnumerable<string> Of(Document document) =>
        from line in ShellLine.Of(document)
        let fault = Of(document, line)
        where fault is not null
        select $"{line.Place}: {fault}";

    /// <summary>Null where nothing is wrong, or nothing is known of the program.</summary>
    private static string? Of(Document document, ShellLine line) => line.Words switch
    {
        ["dotnet", "run", ..] when line.Words.Contains(Benchmarks) => OfTheBenchmarks(line.After("--")),
        ["dotnet", "run", ..] => OfTheGame(line.After("--")),
        ["dotnet", "test", var project, ..] => OfTheTests(project, line.After("--filter")),
        ["npm", "--prefix", var folder, "run", var script, ..] => HasScript(folder, script) ? null : $"{folder} has no script {script}.",
        ["node" or "python3" or "/usr/bin/python3", [not '-', ..] path, ..] => OfTheFile(document, path),
        ["./run.sh", .. var options] => OfTheStart(options),
        [[.., '.', 's', 'h'] path, ..] => OfTheFile(document, path),
        _ => null,
    };

    private static string? OfTheStart(string[] options) =>
        options.Where(option => UnknownOption().IsMatch(option)).Select(option => $"run.sh takes no {option}.").FirstOrDefault();

    private static string? OfTheGame(string[] arguments)
    {
        if (arguments is not [var verb, .. var rest] || !Verbs.TryGetValue(verb, out var command))
            return $"the game has no verb {string.Join(' ', arguments.Take(1))}.";
        var parsed = command.Parse(rest);
        return parsed.Errors.Select(error => error.Message)
            .Concat(from token in parsed.UnmatchedTokens
                    where !token.StartsWith("--GameNight:", StringComparison.Ordinal)
                    select $"{verb} has no option {token}.")
            .FirstOrDefault();
    }

    /// <summary>The benchmarks are a program of their own, so that their source is asked.</summary>
    private static string? OfTheBenchmarks(string[] arguments)
    {
        var sources = Repository.FilesBelow(Benchmarks, ".cs").Select(file => File.ReadAllText(Repository.File(file))).ToList();
        if (arguments is ["--filter", .. var globs])
        {
            return globs.Where(glob => !sources.Exists(source => BenchmarkName(glob).IsMatch(source)))
                .Select(glob => $"no benchmark is called {glob}.").FirstOrDefault();
        }

        var verb = arguments.FirstOrDefault() ?? "";
        if (sources.Find(source => source.Contains($"new Command(\"{verb}\"", StringComparison.Ordinal)) is not { } command)
            return $"the benchmarks have no verb {verb}.";
        return arguments.Where(word => word.StartsWith("--", StringComparison.Ordinal))
            .Where(option => !command.Contains($"(\"{option}\"", StringComparison.Ordinal))
            .Select(option => $"{verb} has no option {option}.").FirstOrDefault();
    }

    private static string? OfTheTests(string project, string[] filter)
    {
        if (filter is not [var condition, ..] || condition.Split('~') is not ["FullyQualifiedName", var name])
            return null;
        var isThere = Repository.FilesBelow(project, ".cs").Where(file => !file.Contains("/Documents/", StringComparison.Ordinal))
            .Any(file => File.ReadAllText(Repository.File(file)).Contains(name, StringComparison.Ordinal));
        return isThere ? null : $"{project} has no test {name}.";
    }

    private static bool HasScript(string folder, string script)
    {
        using var package = JsonDocument.Parse(File.ReadAllText(Repository.File(folder + "/package.json")));
        return package.RootElement.GetProperty("scripts").TryGetProperty(script, out _);
    }

    private static string? OfTheFile(Document document, string path) =>
        SourceWords.HasPath(document.Folder, path) ? null : $"there is no {path}.";

    private static Regex BenchmarkName(string glob) => new($@"class \w*{glob.Trim('*')}\w*");

    /// <summary>Neither known to the script nor a setting.</summary>
    [GeneratedRegex("^--(?!urls$|build-only$|(GameNight|Logging):)")]
    private static partial Regex UnknownOption();
}
