using GameNight.Datasets;
using GameNight.Drawing.Strokes;
using GameNight.Training.Examples;

namespace GameNight.Benchmarks.Training;

/// <summary>Recorded drawings as lessons, split by who drew them.</summary>
internal sealed class RecordedWriters
{
    public const int Folds = 5;

    private readonly List<string> _writers;

    private RecordedWriters(List<TrainingExample> lessons) =>
        (Lessons, _writers) = (lessons, [.. lessons.Select(lesson => lesson.Player).Distinct().Order(StringComparer.Ordinal)]);

    public IReadOnlyList<TrainingExample> Lessons { get; }

    public static async Task<RecordedWriters> ReadAsync(FileInfo file, CancellationToken cancellation) =>
        new(await InkDataset.ReadAsync(file.FullName, cancellation)
            .Select((recorded, i) => new TrainingExample(new Guid(i, 0, 0, new byte[8]), $"{recorded.Writer:D3}", recorded.Strokes, InkNormaliser.Normalise(recorded.Strokes), recorded.Label)).ToListAsync(cancellation));

    /// <summary>All drawings of a fifth of the writers.</summary>
    public IReadOnlyList<TrainingExample> Held(int fold) => [.. Lessons.Where(lesson => FoldOf(lesson) == fold)];

    /// <summary>So many drawings of the others, in an order drawn by lot.</summary>
    public IReadOnlyList<TrainingExample> Draw(int count, int fold, int seed)
    {
        var others = Lessons.Where(lesson => FoldOf(lesson) != fold).ToArray();
        new Random(seed * Folds + fold).Shuffle(others);
        return others.Length >= count ? others[..count] : throw new ArgumentException($"There are {others.Length} drawings to learn from, not {count}.", nameof(count));
    }

    private int FoldOf(TrainingExample lesson) => _writers.IndexOf(lesson.Player) % Folds;
}
