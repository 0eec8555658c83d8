using System.Diagnostics;
using System.Globalization;
using GameNight.Benchmarks.Scoreboard;
using GameNight.Benchmarks.Training;
using GameNight.Drawing.Strokes;
using GameNight.Recognition.Guessing;
using GameNight.Statistics;
using GameNight.Training.Examples;
using GameNight.Training.Network;
using GameNight.Training.Rookie;
using GameNight.Training.SyntheticInk;

namespace GameNight.Benchmarks.Rookie;

/// <summary>Teaches rookies the recorded drawings of some writers, and judges them on those of others.</summary>
internal sealed class RookieCurve(RecordedWriters recorded, IReadOnlyList<int> marks, int seeds)
{
    private const int Large = 10_000;

    private readonly Dictionary<int, List<(WriterScore Score, double Confidence)>> _scores =
        marks.ToDictionary(n => n, _ => new List<(WriterScore, double)>());

    private readonly Durations _durations = new("from a drawing to a model that guesses");

    /// <summary>Teaches a rookie for each fifth of the writers and each seed.</summary>
    public void Measure()
    {
        for (var fold = 0; fold < RecordedWriters.Folds; fold++)
        {
            for (var seed = 0; seed < seeds; seed++)
                Measure(recorded.Draw(marks.Max(), fold, seed), recorded.HeldOut(fold));
        }
    }

    /// <summary>A table of what strangers' digits were read as.</summary>
    public void Print()
    {
        Console.WriteLine("| drawings learned | right | n | 95 % (writers drawn by lot) | calibration error |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        foreach (var (n, scores) in _scores)
        {
            var writers = scores.GroupBy(score => score.Score.Writer)
                .Select(writer => (N: writer.Sum(score => score.Score.N), Right: writer.Sum(score => score.Score.Right))).ToList();
            var (low, high) = WriterBootstrap.Of(writers, Accuracy);
            var error = Calibration.ExpectedError([.. scores.Select(score => (score.Confidence, score.Score.Right == 1))]);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {n:N0} | {Accuracy(writers):P1} | {scores.Count:N0} | {low:P1} to {high:P1} | {error:P1} |"));
        }

        Console.WriteLine(_durations);
    }

    /// <summary>The managed memory of a rookie that has learned 10,000 drawings.</summary>
    public static void PrintMemory()
    {
        var package = RookieNetwork.Create();
        using var embeddings = new Embeddings(package.Manifest, package.Model);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var memory = new RookieMemory(embeddings);
        for (var i = 0; i < Large; i++)
        {
            var ink = StrokeSkeletons.Draw(i % 10, new Random(i));
            memory.Learn(new TrainingExample(Guid.NewGuid(), "", ink, InkNormaliser.Normalise(ink), i % 10));
        }

        var started = Stopwatch.GetTimestamp();
        using var classifier = OnnxClassifier.Load(package.Manifest, memory.ToLayer().WriteTo(package.Model));
        var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"After {memory.Count:N0} drawings it takes {bytes / 1e6:N1} MB of managed memory, and {milliseconds:N0} ms to make a model."));
    }

    private static double Accuracy(IReadOnlyList<(int N, int Right)> writers) =>
        (double)writers.Sum(writer => writer.Right) / writers.Sum(writer => writer.N);

    private void Measure(IReadOnlyList<TrainingExample> lessons, IReadOnlyList<TrainingExample> strangers)
    {
        var package = RookieNetwork.Create();
        using var embeddings = new Embeddings(package.Manifest, package.Model);
        var memory = new RookieMemory(embeddings);
        foreach (var lesson in lessons)
        {
            var started = Stopwatch.GetTimestamp();
            memory.Learn(lesson);
            var isMeasured = _scores.TryGetValue(memory.Count, out var scores);
            if (!isMeasured && memory.Count % 10 != 0)
                continue;
            using var classifier = OnnxClassifier.Load(package.Manifest, memory.ToLayer().WriteTo(package.Model));
            _durations.Add(Stopwatch.GetElapsedTime(started));
            foreach (var stranger in isMeasured ? strangers : [])
            {
                var guess = new Guess(RookieNetwork.Algorithm, "1", classifier.Predict(stranger.Image));
                scores!.Add((new WriterScore(stranger.Player, 1, guess.Digit == stranger.Digit ? 1 : 0), guess.Confidence));
            }
        }
    }
}
