using System.Runtime.CompilerServices;
using GameNight.Datasets;
using GameNight.Observations.Erasure;
using GameNight.Observations.Store;
using GameNight.Storage;

namespace GameNight.Observations.Transfer;

/// <summary>
/// Stores the observations of a file that <see cref="ObservationExport"/> wrote as JSON lines. The file is read twice: if any line
/// is wrong, nothing of it is stored. To import it once more changes nothing. An observation that is excluded in the file or in
/// the store is excluded afterwards.
/// </summary>
public static class ObservationImport
{
    // Further wrong lines are only counted.
    private const int MaxListed = 20;

    /// <summary>In bytes. A drawing at the game's limit of points, with its guesses, has less than half of it.</summary>
    private const int MaxLine = 4 << 20;

    /// <summary>After how many characters of lines a batch is stored, however few observations it has.</summary>
    private const long MaxBatch = 16 << 20;

    /// <param name="path">The file: UTF-8; see <see cref="GzipFile"/>.</param>
    /// <param name="store">Gets the observations in the order of the file.</param>
    /// <param name="cancellation">Ends the import. What was stored before stays.</param>
    /// <exception cref="InvalidDataException">
    /// Lines of the file are no observations or endless; the message names them. Nothing was stored.
    /// </exception>
    /// <exception cref="StoreException">The store could not be written. What was stored stays, and the import can be repeated.</exception>
    public static async Task<ImportedObservations> RunAsync(string path, IObservationStore store, CancellationToken cancellation)
    {
        await ValidateAsync(path, cancellation);
        var stored = 0L;
        var alreadyStored = 0L;
        var labelsSet = 0L;
        var erased = 0L;
        var conflicts = new List<long>();
        await foreach (var batch in ReadBatchesAsync(path, cancellation))
        {
            var observations = batch.ConvertAll(line => line.Observation);
            var outcomes = await store.AppendAllAsync(observations, cancellation);
            for (var i = 0; i < outcomes.Count; i++)
            {
                switch (outcomes[i])
                {
                    case AppendOutcome.Stored:
                        stored++;
                        break;
                    case AppendOutcome.AlreadyStored:
                        alreadyStored++;
                        labelsSet += await LabelAsync(observations[i], store, cancellation) ? 1 : 0;
                        if (observations[i].Excluded)
                            await store.ExcludeAsync(observations[i].Id, true, cancellation);
                        break;
                    case AppendOutcome.Erased:
                        erased++;
                        break;
                    default:
                        conflicts.Add(batch[i].Number);
                        break;
                }
            }
        }

        return new ImportedObservations(stored, alreadyStored, labelsSet, conflicts) { Erased = erased };
    }

    /// <summary>Sets the label of an observation that is in the store, unless the store has a later one: the later one counts.</summary>
    private static async Task<bool> LabelAsync(Observation observation, IObservationStore store, CancellationToken cancellation)
    {
        if (observation.Label is not { } label)
            return false;
        var known = (await store.FindAsync(observation.Id, cancellation))?.Label;
        return (known is null || known.Time < label.Time)
            && await store.LabelAsync(observation.Id, label, cancellation) == LabelOutcome.Stored;
    }

    private static async Task ValidateAsync(string path, CancellationToken cancellation)
    {
        var wrong = 0L;
        var listed = new List<string>();
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

        if (wrong == 0)
            return;
        var count = $"{wrong:N0} of its lines {(wrong == 1 ? "is no observation" : "are no observations")}";
        var more = wrong > MaxListed ? "\n…" : "";
        throw new InvalidDataException($"{path} is refused, and nothing of it was stored; {count}.\n{string.Join('\n', listed)}{more}");
    }

    /// <summary>The observations with the numbers of their lines, as many at a time as the store takes and memory should hold.</summary>
    private static async IAsyncEnumerable<List<(long Number, Observation Observation)>> ReadBatchesAsync(
        string path, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (batch, size) = (new List<(long, Observation)>(), 0L);
        await foreach (var (number, line) in ReadAsync(path, cancellation))
        {
            batch.Add((number, ObservationJson.Parse(line)));
            size += line.Length;
            if (batch.Count < ObservationPage.MaxLimit && size < MaxBatch)
                continue;
            yield return batch;
            (batch, size) = ([], 0);
        }

        if (batch.Count > 0)
            yield return batch;
    }

    private static async IAsyncEnumerable<(long Number, string Line)> ReadAsync(
        string path, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var file = GzipFile.OpenRead(path);
        var number = 0L;
        await foreach (var line in BoundedLines.ReadAsync(file, MaxLine, cancellation))
            yield return (++number, line);
    }
}
