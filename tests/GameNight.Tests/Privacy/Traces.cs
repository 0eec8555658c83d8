using System.Text;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using GameNight.Identity.Names;
using GameNight.Observations.Store;
using GameNight.Storage.DynamoDb;

namespace GameNight.Tests.Privacy;

/// <summary>Searches files and table items, byte by byte, for what is kept of a player, in every form in which it is stored.</summary>
internal sealed class Traces
{
    private readonly Dictionary<string, byte[]> _wanted = [];

    /// <param name="player">The player's id.</param>
    /// <param name="plays">The player's observations, as they were read before.</param>
    public Traces(string player, params IEnumerable<Observation> plays)
    {
        _wanted["player"] = Encoding.UTF8.GetBytes(player);
        _wanted["player in UTF-16"] = Encoding.Unicode.GetBytes(player);
        _wanted["handle"] = Encoding.UTF8.GetBytes(PlayerHandle.Of(player));
        foreach (var (number, play) in plays.Index())
        {
            _wanted[$"image {number}"] = play.Image.Pixels.ToArray();
            _wanted[$"packed {number}"] = ObservationBinaryFormat.Pack(play);
            _wanted[$"packed without a label {number}"] = ObservationBinaryFormat.Pack(play with { Label = null, Excluded = false });
            if (play.Ink is { } ink)
                _wanted[$"ink {number}"] = JsonSerializer.SerializeToUtf8Bytes(ink, JsonSerializerOptions.Web);
        }
    }

    /// <summary>What was found where: nothing, once everything is deleted.</summary>
    public List<string> FindIn(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            // A lock is an empty file that its owner alone may open.
            .Where(file => new FileInfo(file).Length > 0)
            .SelectMany(file => FindIn(Path.GetRelativePath(folder, file), ReadShared(file))),
    ];

    /// <summary>What was found in which item of a table.</summary>
    public async Task<List<string>> FindInAsync(DynamoDbOptions table)
    {
        using var client = table.Connect();
        var found = new List<string>();
        var scan = new ScanRequest(table.TableName) { ConsistentRead = true };
        do
        {
            var page = await client.ScanAsync(scan);
            foreach (var item in page.Items)
            {
                foreach (var (name, value) in item)
                    found.AddRange(FindIn($"{item["pk"].S} {name}", BytesOf(value)));
            }

            scan.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (scan.ExclusiveStartKey is { Count: > 0 });
        return found;
    }

    private static byte[] BytesOf(AttributeValue value)
    {
        if (value.B is null)
            return Encoding.UTF8.GetBytes(value.S ?? value.N ?? "");
        try
        {
            // A packed play is compressed: the player is in what comes out.
            var play = ObservationBinaryFormat.Unpack(new MemoryStream(value.B.ToArray()));
            return [.. value.B.ToArray(), .. Encoding.UTF8.GetBytes(play.Player)];
        }
        catch (GameNight.Storage.StoreException)
        {
            return value.B.ToArray();
        }
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private IEnumerable<string> FindIn(string place, byte[] content) =>
        _wanted.Where(wanted => content.AsSpan().IndexOf(wanted.Value) >= 0).Select(wanted => $"{wanted.Key} in {place}");
}
