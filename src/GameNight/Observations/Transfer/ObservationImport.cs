using System.IO.Compression;
using System.Runtime.CompilerServices;
using GameNight.Observations.Store;
using GameNight.Storage;

namespace GameNight.Observations.Transfer;

/// <summary>
/// Takes in what <see cref="ObservationExport"/> wrote as JSON lines. The file is read twice: nothing of one that is damaged
/// is stored. Once more changes nothing. What was set aside there is set aside here; what was set aside here stays so.
/// </summary>
public static class ObservationImport
{
    /// <summary>More wrong lines than this are not listed, only counted.</summary>
    private const int MaxListed = 20;

    /// <param name="path">Plain, or gzipped with <c>.gz</c> at the end of its name.</param>
    /// <param name="store">Where they go, in the order of the file.</param>
    /// <param name="cancellation">Ends it; those before it stay, and of those that a store takes in together all or none.</param>
    /// <exception cref="InvalidDataException">Lines of the file are no observations, and nothing was stored; the message names them.</exception>
    /// <exception cref="StoreException">The store could not be written; what was stored stays, and the import can be repeated.</exception>
    public static async Task<ImportedObservations> RunAsync(string path, IObservationStore store, CancellationToken cancellation)
    {
        await ValidateAsync(path, cancellation);
        var (stored, there, labels, conflicts) = (0L, 0L, 0L, new List<long>());
        await foreach (var lines in ReadAsync(path, cancellation).Chunk(ObservationPage.MaxLimit).WithCancellation(cancellation))
        {
            var observations = Array.ConvertAll(lines, line => ObservationJson.Parse(line.Line));
            var outcomes = await store.AppendAllAsync(observations, cancellation);
            for (var i = 0; i < outcomes.Count; i++)
            {
                switch (outcomes[i])
                {
                    case AppendOutcome.Stored:
                        stored++;
                        break;
                    case AppendOutcome.AlreadyStored:
                        there++;
                        labels += await LabelAsync(observations[i], store, cancellation) ? 1 : 0;
                        if (observations[i].Excluded)
                            await store.ExcludeAsync(observations[i].Id, true, cancellation);
                        break;
                    default:
                        conflicts.Add(lines[i].Number);
                        break;
                }
            }
        }

        return new ImportedObservations(stored, there, labels, conflicts);
    }

    /// <summary>Of two marks on the same play the later one counts, here as in the game.</summary>
    private static async Task<bool> LabelAsync(Observation observation, IObservationStore store, CancellationToken cancellation)
    {
        if (observation.Label is not { } label)
            return false;
        var known = (await store.FindAsync(observation.Id, cancellation))?.Label;
        return (known is null || known.Time < label.Time) && await store.LabelAsync(observation.Id, label, cancellation) == LabelOutcome.Stored;
    }

    private static async Task ValidateAsync(string path, CancellationToken cancellation)
    {
        var (wrong, listed) = (0L, new List<string>());
        await foreach (var (number, line) in ReadAsync(path, cancellation))
        {
            try
            {
                ObservationJson.Parse(line);
            }
            catch (InvalidDataException e)
            {
                if (wrong++ < MaxListed)
                    listed.Add($"line {number}: {e.Message}");
            }
        }

        if (wrong > 0)
            throw new InvalidDataException($"{path} is refused, and nothing of it was stored; {wrong:N0} of its lines {(wrong == 1 ? "is no observation" : "are no observations")}.\n{string.Join('\n', listed)}{(wrong > MaxListed ? "\n…" : "")}");
    }

    private static async IAsyncEnumerable<(long Number, string Line)> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        await using Stream plain = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(plain);
        for (var number = 1L; await reader.ReadLineAsync(cancellation) is { } line; number++)
            yield return (number, line);
    }
}
