using System.Text.Json;
using GameNight.Observations.Transfer;

namespace GameNight.Retraining.Tuning;

/// <summary>All that a search has found out, in a file that is whole or absent: whoever begins again goes on from here.</summary>
internal sealed record TuningState
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public required string Algorithm { get; init; }

    /// <summary>A digest of the drawings.</summary>
    public required string Drawings { get; init; }

    /// <summary>How many drawings each training learns from.</summary>
    public required int Marks { get; init; }

    /// <summary>How many settings are tried; 0 until the first training has shown how many fit the time.</summary>
    public int Planned { get; init; }

    /// <summary>The values of each settings, the current ones first.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Settings { get; init; }

    /// <summary>The time that all trainings took so far, in seconds.</summary>
    public double Seconds { get; init; }

    public IReadOnlyList<TuningTrial> Trials { get; init; } = [];

    /// <exception cref="InvalidDataException">The file is none of a search.</exception>
    /// <returns>Null where there is no file.</returns>
    public static async Task<TuningState?> ReadAsync(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            return JsonSerializer.Deserialize<TuningState>(await File.ReadAllBytesAsync(path, cancellation), Json)
                ?? throw new InvalidDataException($"{path} is empty.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} is no search that could go on: {e.Message}", e);
        }
    }

    public async Task WriteAsync(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        await AtomicFile.WriteAsync(path, stream => JsonSerializer.SerializeAsync(stream, this, Json));
    }
}
