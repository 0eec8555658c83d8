using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace GameNight.Tests.Recordings;

/// <summary>
/// The files that an earlier build wrote, unpacked to a temporary folder, and the responses of that build. See <c>README.md</c> beside
/// this file.
/// </summary>
internal sealed class Recording : IDisposable
{
    private readonly string _source;

    /// <summary>Unpacks a recording.</summary>
    /// <param name="name">A folder beside this file: <c>data-folder</c>, <c>table</c> or <c>bucket</c>.</param>
    public Recording(string name)
    {
        _source = Path.Combine(AppContext.BaseDirectory, "Recordings", name);
        Unpack(Folder);
        Facts = Read("recorded.json");
        Answers = Read("answers.json").AsObject();
    }

    /// <summary>The unpacked files, which the test may change.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("game-night-").FullName;

    /// <summary>The players with their cookies, and other facts for tests.</summary>
    public JsonNode Facts { get; }

    /// <summary>The recorded responses to the host, by path.</summary>
    public JsonObject Answers { get; }

    /// <summary>A recorded player: <c>name</c>, <c>cookie</c> and <c>play</c>, the id of the first observation.</summary>
    public JsonNode Player(string name) => Facts["players"]!.AsArray().Single(player => (string)player!["name"]! == name)!;

    /// <summary>Reads one of the files beside the archive.</summary>
    public JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(_source, file)))!;

    /// <summary>The observations, oldest first, as the command <c>export</c> wrote them.</summary>
    public List<JsonNode> ReadExport()
    {
        using var lines = new StreamReader(Decompress("export.jsonl.gz"));
        return HttpAnswers.ParseLines(lines.ReadToEnd());
    }

    /// <summary>Unpacks another copy of the files.</summary>
    public void Unpack(string folder)
    {
        using var archive = Decompress("recording.tar.gz");
        TarFile.ExtractToDirectory(archive, folder, overwriteFiles: false);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private GZipStream Decompress(string file) => new(File.OpenRead(Path.Combine(_source, file)), CompressionMode.Decompress);
}
