using System.Collections.Concurrent;
using System.Text.Json;

namespace GameNight.Benchmarks.Endurance;

/// <summary>What a game has acknowledged: it has to be there in the end.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<Guid, int?> _labels = new();

    public int Plays => _labels.Count;

    public int Marks => _labels.Values.Count(label => label is not null);

    public void AddPlay(Guid id) => _labels[id] = null;

    public void AddMark(Guid id, int digit) => _labels[id] = digit;

    /// <summary>Compares it with an export.</summary>
    /// <param name="http">The game, as the one who may read the export.</param>
    /// <param name="path">The export, one JSON object a line.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The plays that are not there, and those whose mark is not there or another.</returns>
    public async Task<(IReadOnlyList<Guid> Plays, IReadOnlyList<Guid> Marks)> FindLostAsync(
        HttpClient http, string path, CancellationToken cancellation)
    {
        var missing = new Dictionary<Guid, int?>(_labels);
        var wrong = new List<Guid>();
        using var response = await http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, cancellation);
        response.EnsureSuccessStatusCode();
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(cancellation));
        while (await lines.ReadLineAsync(cancellation) is { } line)
        {
            using var play = JsonDocument.Parse(line);
            var isLabelled = play.RootElement.TryGetProperty("label", out var label) && label.ValueKind == JsonValueKind.Object;
            var id = play.RootElement.GetProperty("id").GetGuid();
            if (missing.Remove(id, out var expected) && expected is not null
                && (!isLabelled || label.GetProperty("digit").GetInt32() != expected))
            {
                wrong.Add(id);
            }
        }

        return ([.. missing.Keys], wrong);
    }
}
