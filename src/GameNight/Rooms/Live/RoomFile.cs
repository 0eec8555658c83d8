using System.Text.Json;
using GameNight.Observations.Store;
using GameNight.Observations.Transfer;
using GameNight.Rooms.Game;
using GameNight.Storage;

namespace GameNight.Rooms.Live;

/// <summary>The rooms of this process on its disk, a file for each: what is announced was written before.</summary>
/// <param name="folder">The folder, which is made when the first room is opened.</param>
public sealed class RoomFile(string folder)
{
    private const string Suffix = ".json";

    // Rooms hold observations, and are written as these are.
    private static readonly JsonSerializerOptions Json = ObservationJson.Options;

    /// <summary>Writes a room, which is on the disk when the task completes.</summary>
    /// <exception cref="StoreException">It cannot be written; what was written before is still there.</exception>
    public async Task SaveAsync(Room room)
    {
        try
        {
            Directory.CreateDirectory(folder);
            await AtomicFile.WriteAsync(
                PathOf(room.Code), stream => JsonSerializer.SerializeAsync(stream, room, Json), onlyForOwner: true);
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
            if (Directory.Exists(folder))
                File.Delete(PathOf(code));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The room {code} cannot be deleted from {folder}: {e.Message}", e);
        }
    }

    /// <summary>The codes of the rooms that are there.</summary>
    public IReadOnlyList<string> List() => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, $"*{Suffix}").Select(Path.GetFileNameWithoutExtension).OfType<string>()];

    /// <summary>Reads a room.</summary>
    /// <exception cref="StoreException">It cannot be read, or is no room.</exception>
    public async Task<Room> ReadAsync(string code, CancellationToken cancellation)
    {
        try
        {
            await using var file = File.OpenRead(PathOf(code));
            return await JsonSerializer.DeserializeAsync<Room>(file, Json, cancellation) ?? throw new JsonException("It is null.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new StoreException($"The room {code} cannot be read from {folder}: {e.Message}", e);
        }
    }

    private string PathOf(string code) => Path.Combine(folder, code + Suffix);
}
