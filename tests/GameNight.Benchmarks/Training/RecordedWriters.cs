using GameNight.Datasets;
using GameNight.Drawing.Strokes;
using GameNight.Training.Examples;

namespace GameNight.Benchmarks.Training;

/// <summary>Recorded drawings as examples, split into folds of writers.</summary>
internal sealed class RecordedWriters
{
    public const int Folds = 5;

    /// <summary>A figure is the same each time it is measured: nobody attacks it.</summary>
    public static readonly SplitKey Key = new(new byte[32]);

    private readonly List<string> _writers;

    private RecordedWriters(List<TrainingExample> examples) =>
        (Examples, _writers) = (examples, [.. examples.Select(example => example.Player).Distinct().Order(StringComparer.Ordinal)]);

    public IReadOnlyList<TrainingExample> Examples { get; }

    public static async Task<RecordedWriters> ReadAsync(FileInfo file, CancellationToken cancellation) =>
        new(await InkDataset.ReadAsync(file.FullName, cancellation).Select(ToExample).ToListAsync(cancellation));

    /// <summary>All drawings of the writers of a fold, 0 to 4.</summary>
    public IReadOnlyList<TrainingExample> HeldOut(int fold) => [.. Examples.Where(example => FoldOf(example) == fold)];

    /// <summary>Random drawings of the other writers.</summary>
    /// <exception cref="ArgumentException">There are not enough drawings.</exception>
    public IReadOnlyList<TrainingExample> Draw(int count, int fold, int seed)
    {
        var others = Examples.Where(example => FoldOf(example) != fold).ToArray();
        new Random(seed * Folds + fold).Shuffle(others);
        return others.Length >= count
            ? others[..count]
            : throw new ArgumentException($"There are {others.Length} drawings to learn from, not {count}.", nameof(count));
    }

    private static TrainingExample ToExample(RecordedInk recorded, int index)
    {
        var id = new Guid(index, 0, 0, new byte[8]);
        return new TrainingExample(
            id, $"{recorded.Writer:D3}", recorded.Strokes, InkNormaliser.Normalise(recorded.Strokes), recorded.Label);
    }

    private int FoldOf(TrainingExample example) => _writers.IndexOf(example.Player) % Folds;
}
