using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using GameNight.Observations.Transfer;
using GameNight.Rooms.Game;

namespace GameNight.Rooms.Live;

/// <summary>
/// What is large in rooms and never changes, in a file beside each room's own: a part is added at the end, and on the disk before the room
/// names it. What a kill has torn at the end nobody has named yet. Of each room one writer at a time.
/// </summary>
/// <param name="folder">The folder.</param>
internal sealed class RoomParts(string folder)
{
    private const string Suffix = ".parts";

    /// <summary>Before each part: its id, and its length.</summary>
    private const int Head = 16 + sizeof(int);

    private readonly ConcurrentDictionary<string, Written> _written = new(StringComparer.Ordinal);

    /// <summary>Adds the parts that are not on the disk yet.</summary>
    public async Task AddAsync(string code, IReadOnlyList<RoomPart> parts)
    {
        var written = _written.GetValueOrDefault(code, Written.Nothing);
        var added = parts.Where(part => !written.Ids.Contains(part.Id)).ToList();
        if (added.Count == 0)
            return;
        await using var file = new FileStream(PathOf(code), AtomicFile.Options(FileMode.OpenOrCreate, onlyForOwner: true));
        // What a failed write has left is not among the parts.
        file.SetLength(written.Length);
        file.Position = written.Length;
        var content = Encode(added);
        await file.WriteAsync(content);
        await file.FlushAsync();
        await AtomicFile.FlushToDiskAsync(file);
        _written[code] = new Written(written.Ids.Union(added.Select(part => part.Id)), written.Length + content.Length);
    }

    /// <summary>Writes the file anew where it has parts that the room, which is on the disk, does not name any more.</summary>
    public async Task PruneAsync(string code, IReadOnlyList<RoomPart> parts)
    {
        if (!_written.TryGetValue(code, out var written) || written.Ids.Count == parts.Count)
            return;
        if (parts.Count == 0)
        {
            Delete(code);
            return;
        }

        var content = Encode(parts);
        await AtomicFile.WriteAsync(PathOf(code), stream => stream.WriteAsync(content).AsTask(), onlyForOwner: true);
        _written[code] = new Written([.. parts.Select(part => part.Id)], content.Length);
    }

    /// <summary>Reads a room's parts, as far as they are whole.</summary>
    public async Task<IReadOnlyDictionary<Guid, byte[]>> ReadAsync(string code, CancellationToken cancellation)
    {
        var parts = new Dictionary<Guid, byte[]>();
        if (!File.Exists(PathOf(code)))
            return parts;
        var content = await File.ReadAllBytesAsync(PathOf(code), cancellation);
        var end = 0;
        while (end + Head <= content.Length)
        {
            var id = new Guid(content.AsSpan(end, 16));
            var length = BinaryPrimitives.ReadInt32LittleEndian(content.AsSpan(end + 16));
            if (id == Guid.Empty || length < 0 || length > content.Length - end - Head)
                break;
            parts[id] = content[(end + Head)..(end + Head + length)];
            end += Head + length;
        }

        _written[code] = new Written([.. parts.Keys], end);
        return parts;
    }

    /// <summary>Deletes a room's parts. Where there are none, nothing happens.</summary>
    public void Delete(string code)
    {
        File.Delete(PathOf(code));
        _written.TryRemove(code, out _);
    }

    private static byte[] Encode(IReadOnlyList<RoomPart> parts)
    {
        var content = new byte[parts.Sum(part => Head + part.Content.Length)];
        var end = 0;
        foreach (var (id, part) in parts)
        {
            id.TryWriteBytes(content.AsSpan(end));
            BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(end + 16), part.Length);
            part.CopyTo(content, end + Head);
            end += Head + part.Length;
        }

        return content;
    }

    private string PathOf(string code) => Path.Combine(folder, code + Suffix);

    /// <param name="Ids">The parts that are in the file.</param>
    /// <param name="Length">Its length with all of them, in bytes.</param>
    private sealed record Written(ImmutableHashSet<Guid> Ids, long Length)
    {
        public static readonly Written Nothing = new([], 0);
    }
}
