using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace GameNight.Tests.Recordings;

/// <summary>
/// What an earlier build wrote, in a folder of the test's own, and what that build said of it. See <c>README.md</c> beside this file.
/// </summary>
internal sealed class Recording : IDisposable
{
    private readonly string _source;

    /// <param name="name">A folder beside this file: <c>data-folder</c>, <c>table</c> or <c>bucket</c>.</param>
    public Recording(string name)
    {
        _source = Path.Combine(AppContext.BaseDirectory, "Recordings", name);
        Unpack(Folder);
        Facts = Read("recorded.json");
        Answers = Read("answers.json").AsObject();
    }

    /// <summary>What was recorded; the test may change it.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("game-night-").FullName;

    /// <summary>Who played, with their cookies, and what else a test has to know.</summary>
    public JsonNode Facts { get; }

    /// <summary>What the host was answered, by the path that was asked.</summary>
    public JsonObject Answers { get; }

    /// <summary>A player who was recorded: <c>name</c>, <c>cookie</c> and <c>play</c>, the id of the first one.</summary>
    public JsonNode Player(string name) => Facts["players"]!.AsArray().Single(player => (string)player!["name"]! == name)!;

    /// <summary>One of the files beside the archive.</summary>
    public JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(_source, file)))!;

    /// <summary>The observations, oldest first, as the verb <c>export</c> wrote them.</summary>
    public List<JsonNode> ReadExport()
    {
        using var lines = new StreamReader(Decompress("export.jsonl.gz"));
        return HttpAnswers.ParseLines(lines.ReadToEnd());
    }

    /// <summary>Another copy of what was recorded.</summary>
    public void Unpack(string folder)
    {
        using var archive = Decompress("recording.tar.gz");
        TarFile.ExtractToDirectory(archive, folder, overwriteFiles: false);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private GZipStream Decompress(string file) => new(File.OpenRead(Path.Combine(_source, file)), CompressionMode.Decompress);
}
