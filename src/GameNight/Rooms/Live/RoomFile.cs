using System.Text.Json;
using GameNight.Observations.Transfer;
using GameNight.Rooms.Game;
using GameNight.Storage;

namespace GameNight.Rooms.Live;

/// <summary>
/// The rooms of this process on its disk, a file for each, and one for its parts where it has any: what is announced was written before.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="modes">The modes whose rooms there may be.</param>
public sealed class RoomFile(string folder, IEnumerable<IRoomMode> modes) : IDisposable
{
    private const string Suffix = ".json";

    private readonly JsonSerializerOptions _json = RoomJson.For(modes);

    private readonly RoomParts _parts = new(folder);

    private FileStream? _ownership;

    /// <summary>Makes this process the one that plays the rooms of the folder, until it ends, however it ends.</summary>
    /// <returns>False where another process does.</returns>
    /// <exception cref="StoreException">The folder cannot be written.</exception>
    public bool TryOwn()
    {
        try
        {
            if (_ownership is not null)
                return true;
            Directory.CreateDirectory(folder);
            _ownership = new FileStream(Path.Combine(folder, "owner.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            // A process that was killed while it wrote leaves what it had written so far.
            foreach (var left in Directory.EnumerateFiles(folder, "*.partial"))
                File.Delete(left);
            return true;
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException))
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"Rooms cannot be kept in {folder}: {e.Message}", e);
        }
    }

    /// <summary>Writes a room, which is on the disk when the task completes.</summary>
    /// <exception cref="StoreException">It cannot be written; what was written before is still there.</exception>
    public async Task SaveAsync(Room room)
    {
        try
        {
            List<RoomPart> parts = [.. room.State?.GetParts() ?? []];
            await _parts.AddAsync(room.Code, parts);
            await AtomicFile.WriteAsync(
                PathOf(room.Code), stream => JsonSerializer.SerializeAsync(stream, room, _json), onlyForOwner: true);
            await _parts.PruneAsync(room.Code, parts);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The room {room.Code} cannot be written to {folder}: {e.Message}", e);
        }
    }

    /// <summary>Deletes a room. Where there is none, nothing happens.</summary>
    /// <exception cref="StoreException">It cannot be deleted.</exception>
    public void Delete(string code)
    {
        try
        {
            File.Delete(PathOf(code));
            _parts.Delete(code);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The room {code} cannot be deleted from {folder}: {e.Message}", e);
        }
    }

    /// <summary>The codes of the rooms that are there.</summary>
    public IReadOnlyList<string> List() =>
        [.. Directory.EnumerateFiles(folder, $"*{Suffix}").Select(Path.GetFileNameWithoutExtension).OfType<string>()];

    /// <summary>Reads a room.</summary>
    /// <exception cref="StoreException">It cannot be read, or is no room.</exception>
    public async Task<Room> ReadAsync(string code, CancellationToken cancellation)
    {
        try
        {
            await using var file = File.OpenRead(PathOf(code));
            var room = await JsonSerializer.DeserializeAsync<Room>(file, _json, cancellation) ?? throw new JsonException("It is null.");
            return room with { State = room.State?.WithParts(await _parts.ReadAsync(code, cancellation)) };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new StoreException($"The room {code} cannot be read from {folder}: {e.Message}", e);
        }
    }

    public void Dispose() => _ownership?.Dispose();

    private string PathOf(string code) => Path.Combine(folder, code + Suffix);
}
